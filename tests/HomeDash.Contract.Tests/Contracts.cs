using HomeDash.Procedures;
using HomeDash.Procedures.Fixture;

namespace HomeDash.Contract.Tests;

/// <summary>Every procedure that there is a contract to prove of: the domain's, the fixture's and the generator's sample's.</summary>
internal static class Contracts
{
    private static readonly Dictionary<string, Procedure> ByPath =
        new IProcedureSource[] { new HomeDashProcedures(), new HomeDashProceduresFixtureProcedures(), new HomeDashContractTestsProcedures() }
            .SelectMany(source => source.Procedures).ToDictionary(procedure => procedure.Definition.Path);

    public static IReadOnlyCollection<Procedure> All => ByPath.Values;

    public static TheoryData<string> Paths => [.. ByPath.Keys.Order(StringComparer.Ordinal)];

    public static Procedure Find(string path) => ByPath[path];
}
