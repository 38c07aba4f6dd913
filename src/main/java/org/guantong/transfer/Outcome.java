package org.guantong.transfer;

/** How a transfer ended in use: the contract, and what it did for its user. */
public record Outcome(String contractNumber, Terms terms, String effect) {
}
