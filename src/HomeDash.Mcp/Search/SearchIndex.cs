namespace HomeDash.Mcp;

/// <summary>Finds the documents that fit a query best: BM25 (Robertson and Zaragoza 2009) over fields of different weight.</summary>
internal sealed class SearchIndex
{
    // The usual constants: how soon more of the same word stops counting, and how much long texts are held back.
    private const double Saturation = 1.2;
    private const double LengthPenalty = 0.6;

    private readonly Dictionary<string, List<(int Document, double Weight)>> postings = new(StringComparer.Ordinal);
    private readonly double[] lengths;
    private readonly double averageLength;

    /// <summary>Reads the documents.</summary>
    /// <param name="documents">For each document its fields, and what a word in each counts.</param>
    public SearchIndex(IReadOnlyList<IReadOnlyList<(string Text, double Weight)>> documents)
    {
        lengths = new double[documents.Count];
        for (var document = 0; document < documents.Count; document++)
        {
            var weights = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (var (text, weight) in documents[document])
            {
                foreach (var word in SearchText.Words(text))
                {
                    weights[word] = weights.GetValueOrDefault(word) + weight;
                    lengths[document] += weight;
                }
            }

            foreach (var (word, weight) in weights)
            {
                if (!postings.TryGetValue(word, out var entries))
                {
                    postings[word] = entries = [];
                }

                entries.Add((document, weight));
            }
        }

        averageLength = lengths.Length == 0 ? 0 : lengths.Average();
    }

    /// <summary>The documents that have any of the query's words, the best first; equals stay in their order.</summary>
    public IEnumerable<int> Find(string query)
    {
        var scores = new double[lengths.Length];
        foreach (var word in SearchText.Words(query).Distinct())
        {
            foreach (var (entries, closeness) in Matches(word))
            {
                var rarity = Math.Log(1 + (lengths.Length - entries.Count + 0.5) / (entries.Count + 0.5));
                foreach (var (document, weight) in entries)
                {
                    var norm = Saturation * (1 - LengthPenalty + LengthPenalty * lengths[document] / averageLength);
                    scores[document] += closeness * rarity * weight * (Saturation + 1) / (weight + norm);
                }
            }
        }

        return Enumerable.Range(0, scores.Length).Where(document => scores[document] > 0).OrderByDescending(document => scores[document]);
    }

    /// <summary>The word itself; where there is none, words that begin with it, for half as much.</summary>
    private IEnumerable<(List<(int Document, double Weight)> Entries, double Closeness)> Matches(string word) =>
        postings.TryGetValue(word, out var entries) ? [(entries, 1)]
        : word.Length < 3 ? []
        : postings.Where(posting => posting.Key.StartsWith(word, StringComparison.Ordinal)).Select(posting => (posting.Value, 0.5));
}
