package org.guantong.transfer;

import java.util.List;

/** A page of transfers and how many there are in all. */
public record TransferList(List<TransferRow> rows, long total) {
}
