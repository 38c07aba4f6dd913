/**
 * The guide as a whole: its editions, what each says, the files made of it.
 */
@org.springframework.modulith.NamedInterface("edition")
package org.guantong.guide.edition;
