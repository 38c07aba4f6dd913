package org.guantong.project.payment;

/** A payment in the list over all projects. */
public record PaymentRow(String code, String title, String host, Instalment instalment) {

}
