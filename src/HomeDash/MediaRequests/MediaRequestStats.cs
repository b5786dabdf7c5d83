using HomeDash.Procedures;

namespace HomeDash;

/// <summary>How much was requested.</summary>
/// <param name="Items">One per integration that answered, now or lately.</param>
/// <param name="Integrations">How each service fared.</param>
public sealed record MediaRequestStatsList(IReadOnlyList<MediaRequestStats> Items, IReadOnlyList<IntegrationReport> Integrations) : IOutcomes
{
    bool IOutcomes.AllFailed => IntegrationReport.NoneAnswered(Integrations);
}

/// <summary>How much was requested of one service.</summary>
/// <param name="Integration">The integration's name.</param>
/// <param name="Total">How many requests there are.</param>
/// <param name="Movies">How many of them are for films.</param>
/// <param name="Series">How many of them are for series.</param>
/// <param name="Pending">How many nobody has answered.</param>
/// <param name="Processing">How many are approved and not there yet.</param>
/// <param name="Available">How many are there.</param>
/// <param name="Declined">How many were declined.</param>
/// <param name="Users">Who requested most, the ten first.</param>
public sealed record MediaRequestStats(
    string Integration, int Total, int Movies, int Series, int Pending, int Processing, int Available, int Declined, IReadOnlyList<RequestingUser> Users);

/// <summary>Somebody who requests.</summary>
/// <param name="Name">What the service calls them.</param>
/// <param name="Requests">How many requests they have made.</param>
public sealed record RequestingUser(string Name, int Requests);
