using HomeDash.Procedures;

namespace HomeDash;

/// <summary>
/// What can be done to entities: planned from the state before, sent to each hub once for all of its entities, and proven for
/// each by the state that the hub shows afterwards.
/// </summary>
internal sealed class HomeActions(HomeFleet fleet)
{
    /// <summary>Does the same to entities. Of a group that was named, those that can do it.</summary>
    public Task<Outcomes<EntityChange>> RunAsync(IReadOnlyList<EntityRef> targets, EntityOrder order, ProcedureContext context, CancellationToken cancellationToken) =>
        RunAsync(targets, _ => order, context, cancellationToken);

    /// <summary>Turns what is on off, and what is off on.</summary>
    public Task<Outcomes<EntityChange>> ToggleAsync(IReadOnlyList<EntityRef> targets, ProcedureContext context, CancellationToken cancellationToken) =>
        RunAsync(targets, before => new(before.State is EntityState.On or EntityState.Playing or EntityState.Paused or EntityState.Idle ? EntityAction.TurnOff : EntityAction.TurnOn), context, cancellationToken);

    /// <summary>Runs one thing, and fails when it does not run.</summary>
    public async Task<EntityChange> RunOneAsync(ITarget target, ProcedureContext context, CancellationToken cancellationToken)
    {
        var outcomes = await RunAsync([new(target.Given) { Resolved = target.Resolved }], new EntityOrder(EntityAction.Run), context, cancellationToken).ConfigureAwait(false);
        return outcomes.Items[0].Value ?? throw new ProcedureException(new(ProcedureErrorCode.BadGateway, ErrorReason.ServiceFailed, outcomes.Items[0].Message!));
    }

    private async Task<Outcomes<EntityChange>> RunAsync(
        IReadOnlyList<EntityRef> given, Func<Entity, EntityOrder> orderOf, ProcedureContext context, CancellationToken cancellationToken)
    {
        var survey = await fleet.SurveyAsync(context.Caller, null, cancellationToken).ConfigureAwait(false);
        var known = survey.Items.ToDictionary(found => found.Target.Id, found => found.Entity);
        var steps = given.DistinctBy(target => target.Resolved!.Id)
            .Select(target => known.TryGetValue(target.Resolved!.Id, out var before) ? new Step(target, before, orderOf(before)) : new Step(target, null, null))
            .Where(step => step.Target.Group is null || step.Fits)
            .ToArray();
        if (steps.Length == 0)
        {
            throw ProcedureErrors.InvalidInput("targets", $"Nothing in {string.Join(", ", given.Select(target => $"'{target.Given}'").Distinct())} can do this. smartHome.list shows what each can do.");
        }

        context.Plan(steps.Select(step => step.Words));
        var sending = steps.Where(step => step.Obstacle is null)
            .GroupBy(step => (Hub: step.Target.Resolved!.Owner!.Id, Order: step.Order!))
            .SelectMany(batch =>
            {
                Step[] members = [.. batch];
                var answers = SendAsync(members, batch.Key.Order, cancellationToken);
                return members.Select((step, at) => (step, at, answers));
            })
            .ToDictionary(sent => sent.step.Target.Resolved!.Id, sent => (sent.at, sent.answers));

        return await Outcomes<EntityChange>.ForEachAsync([.. steps.Select(step => step.Target)], async target =>
        {
            var step = steps.First(one => one.Target.Resolved!.Id == target.Resolved!.Id);
            if (step.Obstacle is { } obstacle)
            {
                throw new ProcedureException(new(ProcedureErrorCode.Conflict, ErrorReason.WrongState, $"{target.Resolved!.Name} {obstacle}."));
            }

            var (at, answers) = sending[target.Resolved!.Id];
            return Judge(step, (await answers.ConfigureAwait(false))[at]);
        }).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<OrderAnswer>> SendAsync(Step[] steps, EntityOrder order, CancellationToken cancellationToken) =>
        await fleet.OrderAsync(fleet.HubOf(steps[0].Target), order, [.. steps.Select(step => step.Before!)], cancellationToken).ConfigureAwait(false);

    private static EntityChange Judge(Step step, OrderAnswer answer)
    {
        var (before, order) = (step.Before!, step.Order!);
        if (answer.After is not { } after)
        {
            throw ProcedureErrors.ServiceFailed($"{before.Integration} no longer has {before.Name}.");
        }

        if (order.IsDone(before, after) && (answer.Refusal is null || order.Action != EntityAction.Run))
        {
            return EntityChange.Of(after, answer.Note ?? order.Note(before, after));
        }

        throw answer.Refusal is { } refusal ? new ProcedureException(refusal)
            : ProcedureErrors.ServiceFailed(after.IsAvailable
                ? $"{before.Integration} took the order, but {before.Name} {(order.Action == EntityAction.Run ? "has not run" : $"is {EntityWords.Of(after)}")}."
                : $"{before.Integration} took the order, but cannot reach {before.Name} any more.");
    }

    /// <summary>What is to be done with one entity.</summary>
    /// <param name="Target">The entity as it was named.</param>
    /// <param name="Before">How it is before; null when it is gone.</param>
    /// <param name="Order">What is to be done; null when it is gone.</param>
    private sealed record Step(EntityRef Target, Entity? Before, EntityOrder? Order)
    {
        /// <summary>Why nothing can be done, after the name; null when it can.</summary>
        public string? Obstacle => Before is null ? "is gone" : Order!.Refusal(Before);

        /// <summary>Whether somebody who names a group means this one too: "turn off the kitchen" is not about its heating.</summary>
        public bool Fits => Before is not null && Before.Can(Order!.Action)
            && (Target.Group is [_, ..] || Before.Kind != EntityKind.Climate || Order.Action is not (EntityAction.TurnOn or EntityAction.TurnOff));

        public string Words => Obstacle is { } obstacle ? $"Leave {Target.Resolved!.Name} as it is: it {obstacle}." : Order!.Words(Before!);
    }
}
