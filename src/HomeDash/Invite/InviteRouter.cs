using System.ComponentModel.DataAnnotations;
using HomeDash.Generated;
using HomeDash.Procedures;

namespace HomeDash;

/// <summary>Invites: how people make accounts for themselves.</summary>
[Router("invite")]
internal sealed class InviteRouter(InviteStore invites, TimeProvider clock)
{
    private const int LongestHours = 24 * 30;

    /// <summary>Lists the invites that nobody has accepted yet, the newest first. How they are accepted is not shown.</summary>
    /// <param name="cancellationToken">Ends the run.</param>
    [Query(UserPermissions.Administrator)]
    public async Task<Page<Invite>> List(CancellationToken cancellationToken)
    {
        var all = await invites.AllAsync(cancellationToken).ConfigureAwait(false);
        return new(all, all.Count);
    }

    /// <summary>Makes an invite that one person can accept, and shows the path of its page this once.</summary>
    /// <param name="context">The run.</param>
    /// <param name="hours">For how many hours it can be accepted.</param>
    /// <param name="groups">Groups that whoever accepts it joins, by name or id; Everyone always.</param>
    /// <param name="note">Whom it is for.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(UserPermissions.Administrator, Effect.Create, Page = "/invites")]
    public async Task<NewInvite> Create(
        ProcedureContext context,
        [Range(1, LongestHours)] int hours = 72,
        [MaxLength(20)] IReadOnlyList<GroupRef>? groups = null,
        [StringLength(64, MinimumLength = 1)] string? note = null,
        CancellationToken cancellationToken = default)
    {
        var joined = (groups ?? []).Select(group => group.Resolved!).Where(group => group.Id != BuiltInGroups.Everyone).DistinctBy(group => group.Id).ToList();
        var (id, token) = KeyText.New();
        var now = clock.GetStorableNow();
        var invite = new Invite(id, string.IsNullOrWhiteSpace(note) ? null : note.Trim(), [.. joined.Select(group => group.Name).Order(StringComparer.OrdinalIgnoreCase)], context.Caller.UserId.Length > 0 ? context.Caller.Name : null, now, now.AddHours(hours));
        await invites.AddAsync(invite, KeyText.Hash(token), context.Caller.UserId.Length > 0 ? context.Caller.UserId : null, [.. joined.Select(group => group.Id)], cancellationToken).ConfigureAwait(false);
        context.Changes.Created("invite", id, invite, InviteJson.Write);
        return new(invite, new($"/invite/{id}.{token}"));
    }

    /// <summary>Deletes an invite, so that it cannot be accepted any more, and returns what it was.</summary>
    /// <param name="id">Its id, as invite.list shows it.</param>
    /// <param name="context">The run.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    [Mutation(UserPermissions.Administrator, Effect.Destroy)]
    public async Task<Invite> Delete([StringLength(8, MinimumLength = 8)] string id, ProcedureContext context, CancellationToken cancellationToken)
    {
        var all = await invites.AllAsync(cancellationToken).ConfigureAwait(false);
        var before = all.FirstOrDefault(invite => invite.Id == id)
            ?? throw ProcedureErrors.NotFound("invite", id, all.Select(invite => invite.Id), new("invite.list", Why: "It lists the invites there are."));
        await invites.DeleteAsync(id, cancellationToken).ConfigureAwait(false);
        context.Changes.Deleted("invite", id, before, InviteJson.Write);
        return before;
    }
}
