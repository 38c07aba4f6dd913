package org.guantong.demand;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A template being filled in as somebody would with Excel. Rows as Excel counts. */
public class FilledTemplate {

	private final XSSFWorkbook workbook;

	private final Map<String, Integer> columns = new LinkedHashMap<>();

	public FilledTemplate(byte[] file) {
		try {
			workbook = new XSSFWorkbook(new ByteArrayInputStream(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		sheet().getRow(0).forEach((cell) -> columns.put(cell.getStringCellValue(), cell.getColumnIndex()));
	}

	public XSSFWorkbook workbook() {
		return workbook;
	}

	public XSSFSheet sheet() {
		return workbook.getSheetAt(0);
	}

	public int column(String path) {
		return columns.get(path);
	}

	public XSSFCell cell(int row, String path) {
		XSSFRow line = sheet().getRow(row - 1) == null ? sheet().createRow(row - 1) : sheet().getRow(row - 1);
		return line.getCell(column(path), MissingCellPolicy.CREATE_NULL_AS_BLANK);
	}

	public FilledTemplate put(int row, String path, String text) {
		cell(row, path).setCellValue(text);
		return this;
	}

	/** A demand with everything that is required. */
	public FilledTemplate demand(int row, String title) {
		put(row, "title", title).put(row, "field", "新材料与先进制造")
			.put(row, "unit", "沈阳某机床厂" + row)
			.put(row, "background", "主轴轴承占整机故障的三成以上。")
			.put(row, "gap", "国产轴承寿命约为进口的一半。")
			.put(row, "difficulties", "润滑膜破裂与疲劳裂纹的关系不明。")
			.put(row, "indicators[0].name", "疲劳寿命")
			.put(row, "indicators[0].target", "1×10⁷")
			.put(row, "indicators[0].unit", "次")
			.put(row, "cooperation", "联合研究")
			.put(row, "ipOwnership", "双方共有")
			.put(row, "urgency", "较急（三年内）")
			.put(row, "contactName", "王工" + row)
			.put(row, "contactPhone", "024-12345678")
			.put(row, "notClassified", "是");
		cell(row, "months").setCellValue(36);
		cell(row, "investment").setCellValue(300.5);
		return this;
	}

	public byte[] bytes() {
		try {
			ByteArrayOutputStream bytes = new ByteArrayOutputStream();
			workbook.write(bytes);
			return bytes.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
