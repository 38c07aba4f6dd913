package org.guantong.identity.web;

import java.util.Locale;

import org.guantong.identity.Organisation;
import org.guantong.identity.OrganisationKind;

/** What the office types about an organisation. */
class OrganisationForm {

	private String name = "";

	private OrganisationKind kind;

	private String creditCode = "";

	private String region = "";

	private int version;

	static OrganisationForm of(Organisation organisation) {
		OrganisationForm form = new OrganisationForm();
		form.name = organisation.name();
		form.kind = organisation.kind();
		form.creditCode = organisation.creditCode();
		form.region = organisation.region();
		form.version = organisation.version();
		return form;
	}

	Organisation asOrganisation(Long id) {
		return new Organisation(id, version, name.strip(), kind, emptyToNull(creditCode.toUpperCase(Locale.ROOT)),
				emptyToNull(region));
	}

	private static String emptyToNull(String text) {
		return text.isBlank() ? null : text.strip();
	}

	public String getName() {
		return name;
	}

	public void setName(String name) {
		this.name = name;
	}

	public OrganisationKind getKind() {
		return kind;
	}

	public void setKind(OrganisationKind kind) {
		this.kind = kind;
	}

	public String getCreditCode() {
		return creditCode;
	}

	public void setCreditCode(String creditCode) {
		this.creditCode = creditCode;
	}

	public String getRegion() {
		return region;
	}

	public void setRegion(String region) {
		this.region = region;
	}

	public int getVersion() {
		return version;
	}

	public void setVersion(int version) {
		this.version = version;
	}

}
