/** One project's whole record as one archive (项目档案), for auditors and the office. */
package org.guantong.linkage.dossier;
