using System.Text.Json;
using Dapper;
using HomeDash.Storage;

namespace HomeDash;

/// <summary>The approvals table. What has run out of time is so by the clock, without anything being written.</summary>
internal sealed class ApprovalStore(HouseData data, SecretBox box, TimeProvider clock)
{
    private const string Purpose = "approval.arguments";

    private const string Columns =
        """
        id, state, procedure_path, summary, targets, arguments, sealed_arguments, user_id, user_name, key_id, key_name, surface,
          rule_id, decider, created_at, expires_at, decided_at, decided_by, reason, remembered_until, run_until, ended_at, error
        """;

    // What is computed is only asked for: SQLite does not say of which type it is, so it is not read.
    private const string Known =
        """
        FROM (
          SELECT approvals.*, api_keys.name AS key_name,
            CASE WHEN state IN ('Pending', 'Approved') AND expires_at <= @now THEN 'Expired'
              WHEN state = 'Running' AND run_until <= @now THEN 'Done' ELSE state END AS state_now
          FROM approvals LEFT JOIN api_keys ON api_keys.id = key_id
        ) AS known
        """;

    /// <summary>A page of approvals, those that wait first, then the newest first.</summary>
    /// <param name="userId">Of this user; of all when null.</param>
    /// <param name="state">In this state; in any when null.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<(IReadOnlyList<ApprovalRow> Rows, long Total)> ListAsync(
        string? userId, ApprovalState? state, Cursor after, int limit, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        var values = new { now, userId, state = state?.ToString(), afterId = after.Id, limit };
        List<string> conditions = [];
        if (userId is not null)
        {
            conditions.Add("user_id = @userId");
        }

        if (state is not null)
        {
            conditions.Add("state_now = @state");
        }

        var all = conditions.Count == 0 ? "" : $"WHERE {string.Join(" AND ", conditions)}";
        if (after.Id.Length > 0)
        {
            conditions.Add(after.Key == nameof(ApprovalState.Pending) ? "(state_now <> 'Pending' OR id < @afterId)" : "state_now <> 'Pending' AND id < @afterId");
        }

        var page = conditions.Count == 0 ? "" : $"WHERE {string.Join(" AND ", conditions)}";
        var rows = await connection.QueryAsync<ApprovalRow>(new(
            $"SELECT {Columns} {Known} {page} ORDER BY CASE WHEN state_now = 'Pending' THEN 0 ELSE 1 END, id DESC LIMIT @limit", values, cancellationToken: cancellationToken)).ConfigureAwait(false);
        var total = await connection.ExecuteScalarAsync<long>(new($"SELECT COUNT(*) {Known} {all}", values, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return ([.. rows.Select(row => row.At(now))], total);
    }

    /// <summary>The approval with this id; null when there is none.</summary>
    public async Task<ApprovalRow?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        var row = await connection.QuerySingleOrDefaultAsync<ApprovalRow>(new(
            $"SELECT {Columns} {Known} WHERE id = @id", new { id, now }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return row?.At(now);
    }

    /// <summary>The newest approval of this very call that still says something about it: one that waits, may run, runs, or was denied a short while ago.</summary>
    public async Task<ApprovalRow?> FindOpenAsync(HeldCall call, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var now = clock.GetUtcNow();
        var rows = await connection.QueryAsync<ApprovalRow>(new(
            $"""
            SELECT {Columns} {Known} WHERE user_id = @UserId AND key_id = @KeyId AND procedure_path = @Path AND arguments_sha256 = @Hash
              AND (state_now IN ('Pending', 'Approved', 'Running') OR (state_now = 'Denied' AND expires_at > @now)) ORDER BY id DESC
            """,
            new { call.Request.Caller.UserId, call.KeyId, call.Definition.Path, call.Hash, now }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        return rows.FirstOrDefault(row => Arguments(row) == call.Input)?.At(now);
    }

    /// <summary>The canonical arguments, with the secrets among them.</summary>
    public string Arguments(ApprovalRow row) => row.SealedArguments is null ? row.Arguments : box.Unseal(Purpose, row.SealedArguments);

    /// <summary>Whether a yes to an earlier call under this rule holds for this one too.</summary>
    public async Task<bool> IsRememberedAsync(HeldCall call, string ruleId, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await connection.ExecuteScalarAsync<long>(new(
            """
            SELECT COUNT(*) FROM approvals
            WHERE user_id = @UserId AND key_id = @KeyId AND procedure_path = @Path AND rule_id = @ruleId AND remembered_until > @now
            """,
            new { call.Request.Caller.UserId, call.KeyId, call.Definition.Path, ruleId, now = clock.GetUtcNow() }, cancellationToken: cancellationToken)).ConfigureAwait(false) > 0;
    }

    /// <summary>How many calls of a user wait.</summary>
    public async Task<long> CountPendingAsync(string userId, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await connection.ExecuteScalarAsync<long>(new(
            "SELECT COUNT(*) FROM approvals WHERE user_id = @userId AND state = 'Pending' AND expires_at > @now",
            new { userId, now = clock.GetUtcNow() }, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Keeps a new approval, and forgets what ended before <paramref name="forgotten"/>.</summary>
    public async Task AddAsync(string id, HeldCall call, ApprovalRule rule, DateTimeOffset now, DateTimeOffset forgotten, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            "DELETE FROM approvals WHERE created_at < @forgotten AND expires_at < @forgotten AND (remembered_until IS NULL OR remembered_until < @forgotten)",
            new { forgotten }, cancellationToken: cancellationToken)).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            """
            INSERT INTO approvals (id, user_id, user_name, key_id, surface, procedure_path, summary, targets, arguments, arguments_sha256, sealed_arguments,
              rule_id, decider, state, created_at, expires_at)
            VALUES (@id, @UserId, @Name, @KeyId, @Surface, @Path, @Summary, @targets, @Arguments, @Hash, @sealedArguments,
              @ruleId, @decider, 'Pending', @now, @expiresAt)
            """,
            new
            {
                id,
                call.Request.Caller.UserId,
                call.Request.Caller.Name,
                call.KeyId,
                call.Request.Surface,
                call.Definition.Path,
                call.Summary,
                targets = JsonSerializer.Serialize([.. call.Targets.Select(target => target.Name).Distinct(StringComparer.Ordinal)], StoredApprovalJson.Default.IReadOnlyListString),
                call.Arguments,
                call.Hash,
                sealedArguments = call.Definition.CarriesSecret ? box.Seal(Purpose, call.Input) : null,
                ruleId = rule.Id,
                decider = rule.Decider.ToString(),
                now,
                expiresAt = now.AddMinutes(rule.ExpireMinutes),
            },
            cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Writes down what a person decided.</summary>
    public Task DecideAsync(ApprovalRow row, Decision decision, CancellationToken cancellationToken) => ChangeAsync(
        """
        UPDATE approvals SET state = @state, decided_at = @DecidedAt, decided_by = @By, reason = @Reason, remembered_until = @RememberedUntil, expires_at = @expiresAt
        WHERE id = @Id
        """,
        new
        {
            row.Id,
            state = decision.State.ToString(),
            decision.DecidedAt,
            decision.By,
            decision.Reason,
            decision.RememberedUntil,
            expiresAt = decision.DecidedAt + row.Patience,
        },
        cancellationToken);

    /// <summary>Takes an approved call for running.</summary>
    /// <returns>False when somebody else was faster: it runs once.</returns>
    public async Task<bool> TakeAsync(string id, DateTimeOffset now, TimeSpan deadline, CancellationToken cancellationToken) => await ChangeAsync(
        "UPDATE approvals SET state = 'Running', run_until = @until WHERE id = @id AND state = 'Approved' AND expires_at > @now",
        new { id, now, until = now + deadline }, cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>Gives a call back that was taken and did not begin.</summary>
    public Task GiveBackAsync(string id, CancellationToken cancellationToken) =>
        ChangeAsync("UPDATE approvals SET state = 'Approved', run_until = NULL WHERE id = @id AND state = 'Running'", new { id }, cancellationToken);

    /// <summary>Writes down that a call has run.</summary>
    public Task EndAsync(string id, DateTimeOffset now, string? error, CancellationToken cancellationToken) =>
        ChangeAsync("UPDATE approvals SET state = 'Done', ended_at = @now, error = @error WHERE id = @id AND state = 'Running'", new { id, now, error }, cancellationToken);

    /// <summary>After a rule has changed: what was remembered under it is forgotten, and who decides now decides what waits.</summary>
    public Task FollowAsync(ApprovalRule rule, CancellationToken cancellationToken) => ChangeAsync(
        "UPDATE approvals SET remembered_until = NULL, decider = CASE WHEN state = 'Pending' THEN @decider ELSE decider END WHERE rule_id = @Id",
        new { rule.Id, decider = rule.Decider.ToString() }, cancellationToken);

    private async Task<int> ChangeAsync(string sql, object values, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        return await connection.ExecuteAsync(new(sql, values, cancellationToken: cancellationToken)).ConfigureAwait(false);
    }
}

/// <summary>What a person decided.</summary>
/// <param name="State">Approved or denied.</param>
/// <param name="By">Who decided.</param>
/// <param name="DecidedAt">When.</param>
/// <param name="Reason">Why not.</param>
/// <param name="RememberedUntil">Until when it holds for later calls.</param>
internal sealed record Decision(ApprovalState State, string By, DateTimeOffset DecidedAt, string? Reason = null, DateTimeOffset? RememberedUntil = null);
