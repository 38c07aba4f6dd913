package org.guantong.identity.web;

/** Where, and in which language, a person wants mails. */
record ProfileForm(String email, String language) {
}
