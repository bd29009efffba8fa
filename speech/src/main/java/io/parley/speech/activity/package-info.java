/** Whether somebody is speaking, frame by frame. */
@NullMarked
package io.parley.speech.activity;

import org.jspecify.annotations.NullMarked;
