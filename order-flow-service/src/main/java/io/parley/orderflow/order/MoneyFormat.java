package io.parley.orderflow.order;

import io.parley.campaign.Campaign;
import java.math.BigDecimal;
import java.text.NumberFormat;

/** Amounts for people: {@code $25.00} in the United States, {@code 25,00 €} in Germany. */
public final class MoneyFormat {

    private MoneyFormat() {}

    /** The amount in the campaign's currency and locale, with as many decimals as the currency has. */
    public static String format(BigDecimal amount, Campaign campaign) {
        NumberFormat format = NumberFormat.getCurrencyInstance(campaign.locale());
        format.setCurrency(campaign.currency());
        int decimals = Math.max(0, campaign.currency().getDefaultFractionDigits());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(amount);
    }
}
