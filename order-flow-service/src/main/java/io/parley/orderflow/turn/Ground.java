package io.parley.orderflow.turn;

import java.util.Locale;

/** Why a turn came to its decision. */
public enum Ground {
    /** The network's first choice is sure enough. */
    NETWORK("the network is sure of it"),
    /** The network is unsure or names no way on, but the words answer what was asked and there is one. */
    ANSWERED("the network names no way on, but the words answer what was asked and there is one"),
    /** The customer says again what answers the question, though it could be something else. */
    SAID_AGAIN("the words were said before and answer what was asked, whatever else they could be"),
    /** The network is below its threshold. */
    UNSURE("the network is not sure of anything"),
    /** The words are unlike all the network has learnt from. */
    STRANGE("the words are unlike anything the network has learnt from"),
    /** The network was silent, but the words answer what was asked and there is one way on. */
    ANSWERED_WITHOUT_NETWORK("the network was silent; the words answer what was asked and there is one way on"),
    /** The network was silent, but the words are a plain yes and there is one way on. */
    PLAIN_YES("the network was silent; the words are a plain yes and there is one way on"),
    /** The network was silent and the words do not lead on. */
    NETWORK_SILENT("the network was silent, and the words alone do not lead on"),
    /** What came has no word in it, and nothing that was asked for. */
    NO_WORDS("there is no word in it, and nothing that was asked for"),
    /** Nothing was said. */
    NOTHING_SAID("nothing was said"),
    /** The words give something that is known another value. */
    CHANGES_WHAT_IS_KNOWN("the words give something known another value"),
    /** The words name what is to be changed, as they were asked to. */
    NAMES_WHAT_TO_CHANGE("the customer was asked what to change, and the words say it"),
    /** The words name what to keep, and the network has beginning anew among its first choices. */
    NAMES_WHAT_TO_KEEP("the words name what to keep, so the rest is begun anew"),
    /** The words say that the customer begins anew, and the network takes them for something else. */
    BEGINS_ANEW("the words say that the customer begins anew"),
    /** The network goes on or wavers, and the words begin as a question does and answer nothing. */
    ASKS_A_QUESTION("the words ask a question and give nothing that was asked for, whatever else they look like"),
    /** The words give something that was asked for or is asked for later, and ask something. */
    ANSWERS_AND_ASKS("the words give something besides a question or a doubt, which is looked up by itself"),
    /** The words name several things that are asked for later, and ask nothing. */
    ANSWERS_AHEAD("the words name what is asked for later, and ask nothing"),
    /** The network is sure of nothing or wavers, and the words ask for somebody to talk to. */
    WANTS_A_PERSON("the words ask for somebody to talk to, and the network is not sure of anything else"),
    /** The network is sure of nothing but thinks of a doubt, and the words say that it is too dear. */
    OBJECTS("the network thinks of a doubt among others, and the words say that it is too dear"),
    /** The network thinks that the customer gives up, and the words say not to. */
    KEEPS_THE_ORDER("it looks like giving up, but the words say to keep the order"),
    /** The network thinks that the customer gives up, but not surely enough to lose an order. */
    UNSURE_OF_GIVING_UP("it looks like giving up, but not surely enough to lose an order without asking"),
    /** A brief no to the order as it was read back. */
    DECLINES_READ_BACK("a no to the order as it was read back may mean a part of it or all"),
    /** Two next states are about as likely. */
    TWO_LIKELY("two readings are about as likely, so the customer is asked which is meant"),
    /** The words fit two values of what was asked. */
    FITS_TWO("the words fit two values of what was asked alike, so the customer is asked which is meant"),
    /** The words agree to an offer of several things, and name none of them. */
    AGREES_TO_SEVERAL("the words agree to an offer of several things and name none, so the customer is asked for one"),
    /** The customer was asked which of two was meant. */
    CHOSEN("the customer was asked which of two was meant, and said it"),
    /** The words answer a question of ours that is not the flow's. */
    OUR_QUESTION("the words answer what was asked besides the flow"),
    /** The customer waits for a person and says nothing that leads on. */
    WAITS_FOR_PERSON("the customer waits for a person, and the words lead nowhere else"),
    /** The customer does not want a person any more. */
    NEVER_MIND("the customer does not want to wait for a person any more, and the words say it"),
    /** The customer waits for a person and leaves a number. */
    NUMBER_LEFT("the customer waited for a person, and left a number to be called"),
    /** A person talks with the customer. */
    PERSON_TALKS("a person talks with the customer, so nobody else answers"),
    /** The order was placed by a turn that a crash cut off. */
    SOLD_BEFORE("the order was placed already, by a turn that was cut off"),
    /** The turn could not be played. */
    FAULT("the turn could not be played, so the customer was asked again");

    private final String words;

    Ground(String words) {
        this.words = words;
    }

    /** One clause for people. */
    public String words() {
        return words;
    }

    /** As it stands in answers over REST: {@code unsure-of-giving-up}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a decision was made that counts, rather than something else told. */
    boolean isOfADecision() {
        return switch (this) {
            case OUR_QUESTION, NEVER_MIND, NUMBER_LEFT, PERSON_TALKS, SOLD_BEFORE, FAULT -> false;
            case NETWORK,
                    ANSWERED,
                    SAID_AGAIN,
                    UNSURE,
                    STRANGE,
                    ANSWERED_WITHOUT_NETWORK,
                    PLAIN_YES,
                    NETWORK_SILENT,
                    NO_WORDS,
                    NOTHING_SAID,
                    CHANGES_WHAT_IS_KNOWN,
                    NAMES_WHAT_TO_CHANGE,
                    NAMES_WHAT_TO_KEEP,
                    BEGINS_ANEW,
                    ASKS_A_QUESTION,
                    ANSWERS_AND_ASKS,
                    ANSWERS_AHEAD,
                    OBJECTS,
                    WANTS_A_PERSON,
                    KEEPS_THE_ORDER,
                    UNSURE_OF_GIVING_UP,
                    DECLINES_READ_BACK,
                    CHOSEN,
                    TWO_LIKELY,
                    FITS_TWO,
                    AGREES_TO_SEVERAL,
                    WAITS_FOR_PERSON -> true;
        };
    }
}
