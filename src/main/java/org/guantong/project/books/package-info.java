/** What moves within a project's budget: commitments, and transfers between its lines. */
@org.springframework.modulith.NamedInterface("books")
package org.guantong.project.books;
