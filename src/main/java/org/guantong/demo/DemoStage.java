package org.guantong.demo;

/** One part of the demonstration; those before it have been played when it begins. */
interface DemoStage {

	/** Plays it and says in a few words what there is now. */
	String play();

}
