package io.parley.standalone.chat;

import java.util.Optional;

/** Whoever sits at the terminal. */
interface Customer {

    /** The next line they enter; nothing when they have left. */
    Optional<String> say();
}
