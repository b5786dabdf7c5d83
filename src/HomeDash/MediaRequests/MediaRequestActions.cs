using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Answers requests: only those that wait for it, and as the service shows it afterwards.</summary>
internal sealed class MediaRequestActions(MediaRequestSurvey survey, IntegrationFleet fleet)
{
    public async Task<Outcomes<MediaRequest>> AnswerAsync(IReadOnlyList<MediaRequestRef> named, bool approve, ProcedureContext context, CancellationToken cancellationToken)
    {
        var targets = named.DistinctBy(target => target.Resolved!.Id).ToArray();
        var before = targets.ToDictionary(target => target.Resolved!.Id, target => survey.ServiceOf(target).Client.GetAsync(target.Number, cancellationToken));
        await ((Task)Task.WhenAll(before.Values)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        context.Plan(targets.Select(target => Step(target, approve, before[target.Resolved!.Id])));

        return await Outcomes<MediaRequest>.ForEachAsync(targets, async target =>
        {
            var request = await before[target.Resolved!.Id].ConfigureAwait(false);
            if (Obstacle(request) is { } obstacle)
            {
                throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState, obstacle));
            }

            var after = await fleet.WriteAsync(survey.ServiceOf(target), client => client.AnswerAsync(request.Id, approve, cancellationToken)).ConfigureAwait(false);
            return (approve, after.Status) switch
            {
                (false, RequestStatus.Declined) or (true, RequestStatus.Approved or RequestStatus.Completed) => after,
                (true, RequestStatus.Failed) => throw ProcedureErrors.ServiceFailed(
                    $"{after.Integration} approved {after.Title}, but Radarr or Sonarr did not take it. Look at them, and try the request again in {after.Integration}."),
                _ => throw ProcedureErrors.ServiceFailed($"{after.Integration} took the order, but the request for {after.Title} is {Word(after.Status)}."),
            };
        }).ConfigureAwait(false);
    }

    private static string Step(MediaRequestRef target, bool approve, Task<MediaRequest> before) => before switch
    {
        { IsCompletedSuccessfully: true, Result: var request } when Obstacle(request) is { } obstacle => $"Leave {target.Resolved!.Name} as it is: {obstacle}",
        { IsCompletedSuccessfully: true, Result: var request } => $"{(approve ? "Approve" : "Decline")}: {request.Title}{(request.RequestedBy is { } who ? $", requested by {who}" : "")}.",
        _ => $"Leave {target.Resolved!.Name} as it is: {ProcedureErrors.From(before.Exception?.GetBaseException() ?? new OperationCanceledException()).Message}",
    };

    private static string? Obstacle(MediaRequest request) => request.Status == RequestStatus.Pending
        ? null
        : $"The request for {request.Title} is {Word(request.Status)} already{(request.ChangedBy is { } who ? $", by {who}" : "")}.";

    private static string Word(RequestStatus status) => status.ToString().ToLowerInvariant();
}
