package io.parley.orderflow.architecture.wrong.one;

import io.parley.orderflow.architecture.wrong.other.KnowsItBack;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.statemachine.StateMachine;

/** Deliberately wrong: knows the state machine, the database, and a package that knows it back. */
public record KnowsTooMuch(StateMachine<String, String> machine, JdbcClient database, KnowsItBack back) {}
