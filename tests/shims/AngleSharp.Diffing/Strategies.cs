using AngleSharp.Diffing.Core;
using AngleSharp.Diffing.Strategies;

namespace AngleSharp.Diffing.Core
{
    public interface IDiffContext;

    public interface IDiffingStrategy
    {
        /// <summary>Whether an attribute counts.</summary>
        bool Counts(in AttributeComparisonSource attribute);
    }

    /// <summary>Nodes that wait for a partner.</summary>
    public sealed class SourceCollection(IReadOnlyList<ComparisonSource> waiting)
    {
        public IEnumerable<ComparisonSource> GetUnmatched(int startIndex = 0) => waiting.Skip(startIndex);
    }
}

namespace AngleSharp.Diffing.Strategies
{
    public enum StrategyType
    {
        Generalized,
        Specialized,
    }

    public delegate IEnumerable<TComparison> MatchStrategy<in TSources, out TComparison>(IDiffContext context, TSources controlSources, TSources testSources);

    public delegate FilterDecision FilterStrategy<TSource>(in TSource source, FilterDecision currentDecision);

    public interface IDiffingStrategyCollection
    {
        IDiffingStrategyCollection AddFilter(FilterStrategy<AttributeComparisonSource> filterStrategy, StrategyType strategyType = StrategyType.Generalized);

        IDiffingStrategyCollection AddMatcher(MatchStrategy<SourceCollection, Comparison> matchStrategy, StrategyType strategyType = StrategyType.Generalized);
    }

    public sealed class DiffingStrategyPipeline : IDiffingStrategy, IDiffingStrategyCollection
    {
        private readonly List<FilterStrategy<AttributeComparisonSource>> filters = [];

        public IDiffingStrategyCollection AddFilter(FilterStrategy<AttributeComparisonSource> filterStrategy, StrategyType strategyType = StrategyType.Generalized)
        {
            filters.Add(filterStrategy);
            return this;
        }

        // Nodes are compared by their position, so that no matcher is ever asked.
        public IDiffingStrategyCollection AddMatcher(MatchStrategy<SourceCollection, Comparison> matchStrategy, StrategyType strategyType = StrategyType.Generalized) => this;

        public bool Counts(in AttributeComparisonSource attribute)
        {
            var decision = FilterDecision.Keep;
            foreach (var filter in filters)
            {
                decision = filter(attribute, decision);
            }

            return decision == FilterDecision.Keep;
        }
    }
}

namespace AngleSharp.Diffing
{
    public static class DiffingStrategyPipelineBuilderExtensions
    {
        public static IDiffingStrategyCollection AddDefaultOptions(this IDiffingStrategyCollection builder) => builder;
    }
}
