package org.guantong.midterm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts the codes and figures of mid-term checks into the reader's words. */
@Component
public class MidtermWords {

	private final MessageSource messages;

	MidtermWords(MessageSource messages) {
		this.messages = messages;
	}

	/** The text of a message in the language of the page being made. */
	public String text(String key, Object... arguments) {
		return messages.getMessage(key, arguments, locale());
	}

	/** What a code of that list means; a dash where there is none. */
	public String of(String list, String code) {
		return code == null ? "—" : text("midterm." + list + "." + code);
	}

	/** Why a figure has its flag, with the numbers. */
	public String explain(MidtermFigure figure) {
		return text("midterm.explain." + figure.flag(), figure.in(locale()), money(figure.spent()),
				money(figure.planned()), figure.ratePercent().toPlainString(), figure.elapsedPercent().toPlainString(),
				figure.behindBy().abs().toPlainString(), Integer.toString(figure.daysLate()));
	}

	/** An amount in 元 with separators; a dash for none. */
	public static String money(BigDecimal amount) {
		return amount == null ? "—"
				: new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
	}

	/** A share of 1 as per cent with one decimal. */
	public static String percent(BigDecimal share) {
		return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
	}

	static Locale locale() {
		return LocaleContextHolder.getLocale();
	}

}
