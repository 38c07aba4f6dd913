package org.guantong.matching.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;

/**
 * BM25 over texts held in memory; a text is named by its place in the list. Safe for
 * several threads. Terms are pairs of characters: on the graded demands they add more to
 * the embeddings than the words of a dictionary, which cuts technical terms apart.
 */
public final class KeywordIndex implements AutoCloseable {

	private static final String FIELD = "text";

	/** Far below Lucene's limit of 1024 clauses; the rarest terms decide anyway. */
	private static final int MOST_QUERY_TERMS = 200;

	private final Analyzer analyzer = new CJKAnalyzer();

	private final Directory directory;

	private final DirectoryReader reader;

	private final IndexSearcher searcher;

	/**
	 * Indexes texts.
	 * @param texts the texts, in the order by which scores are returned
	 */
	public KeywordIndex(List<String> texts) {
		this.directory = new ByteBuffersDirectory();
		try {
			write(texts);
			this.reader = DirectoryReader.open(this.directory);
			this.searcher = new IndexSearcher(this.reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void write(List<String> texts) throws IOException {
		// without merges the number of a document is the place of its text
		IndexWriterConfig config = new IndexWriterConfig(this.analyzer).setMergePolicy(NoMergePolicy.INSTANCE);
		try (IndexWriter writer = new IndexWriter(this.directory, config)) {
			for (String text : texts) {
				Document document = new Document();
				document.add(new TextField(FIELD, text, Field.Store.NO));
				writer.addDocument(document);
			}
		}
	}

	/**
	 * Scores every text against a query.
	 * @param query any text
	 * @return a BM25 score for each text, 0 where no term is shared
	 */
	public double[] scores(String query) {
		double[] scores = new double[this.reader.maxDoc()];
		try {
			for (ScoreDoc hit : this.searcher.search(toQuery(query), Math.max(1, scores.length)).scoreDocs) {
				scores[hit.doc] = hit.score;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return scores;
	}

	/**
	 * How common a phrase is.
	 * @param phrase a word or a few
	 * @return share of the texts that hold its rarest part, from 0 to 1
	 */
	public double commonness(String phrase) {
		int rarest = Terms.of(this.analyzer, phrase)
			.stream()
			.mapToInt((term) -> documentsWith(new Term(FIELD, term)))
			.min()
			.orElse(0);
		return (double) rarest / Math.max(1, this.reader.maxDoc());
	}

	private Query toQuery(String text) {
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		rarest(new LinkedHashSet<>(Terms.of(this.analyzer, text)))
			.forEach((term) -> query.add(new TermQuery(term), BooleanClause.Occur.SHOULD));
		return query.build();
	}

	private List<Term> rarest(Collection<String> terms) {
		// each counted once: a look into the index costs more than the sorting
		Map<Term, Integer> counts = new LinkedHashMap<>();
		terms.stream().map((term) -> new Term(FIELD, term)).forEach((term) -> counts.put(term, documentsWith(term)));
		return counts.keySet()
			.stream()
			.filter((term) -> counts.get(term) > 0)
			.sorted(Comparator.comparing((Term term) -> counts.get(term)).thenComparing(Term::text))
			.limit(MOST_QUERY_TERMS)
			.toList();
	}

	private int documentsWith(Term term) {
		try {
			return this.reader.docFreq(term);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.reader.close();
			this.directory.close();
			this.analyzer.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
