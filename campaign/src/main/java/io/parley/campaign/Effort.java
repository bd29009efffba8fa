package io.parley.campaign;

/** The work that proofs may take, counted in comparisons of regions and steps of conversations, never in time. */
final class Effort {

    private long left;

    /**
     * @param most after so much of it proofs are given up
     */
    Effort(long most) {
        left = most;
    }

    /**
     * @throws BoundReachedException if there is none left
     */
    void spend(long amount) {
        left -= amount;
        if (left < 0) {
            throw new BoundReachedException();
        }
    }
}
