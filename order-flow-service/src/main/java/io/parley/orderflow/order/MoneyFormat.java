package io.parley.orderflow.order;

import io.parley.campaign.Campaign;
import java.math.BigDecimal;
import java.text.NumberFormat;

/** Amounts for people: {@code $25} and {@code $1.50} in the United States. */
public final class MoneyFormat {

    private MoneyFormat() {}

    /** The amount in the campaign's currency and locale; whole amounts without decimals. */
    public static String format(BigDecimal amount, Campaign campaign) {
        NumberFormat format = NumberFormat.getCurrencyInstance(campaign.locale());
        format.setCurrency(campaign.currency());
        int decimals = Math.max(0, campaign.currency().getDefaultFractionDigits());
        boolean whole = amount.stripTrailingZeros().scale() <= 0;
        format.setMinimumFractionDigits(whole ? 0 : decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(amount);
    }
}
