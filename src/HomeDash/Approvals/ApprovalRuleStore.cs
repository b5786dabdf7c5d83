using System.Text.Json;
using Dapper;

namespace HomeDash;

/// <summary>The approval_rules table.</summary>
internal sealed class ApprovalRuleStore(HouseData data, RuleReach reach)
{
    private const string Columns = "id, covers, condition_path, condition_op, condition_values, decider, remember_minutes, expire_minutes, on_mcp, on_http, profile, created_at";

    /// <summary>All rules, the oldest first.</summary>
    public async Task<IReadOnlyList<ApprovalRule>> AllAsync(CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        var rows = await connection.QueryAsync<RuleRow>(new($"SELECT {Columns} FROM approval_rules ORDER BY id", cancellationToken: cancellationToken)).ConfigureAwait(false);
        return [.. rows.Select(row => row.ToRule(reach))];
    }

    public Task AddAsync(ApprovalRule rule, CancellationToken cancellationToken) => ExecuteAsync(
        $"""
        INSERT INTO approval_rules ({Columns})
        VALUES (@Id, @Covers, @path, @op, @values, @decider, @RememberMinutes, @ExpireMinutes, @mcp, @http, @Profile, @CreatedAt)
        """,
        rule, cancellationToken);

    /// <summary>Keeps a changed rule.</summary>
    public Task UpdateAsync(ApprovalRule rule, CancellationToken cancellationToken) => ExecuteAsync(
        """
        UPDATE approval_rules SET covers = @Covers, condition_path = @path, condition_op = @op, condition_values = @values, decider = @decider,
          remember_minutes = @RememberMinutes, expire_minutes = @ExpireMinutes, on_mcp = @mcp, on_http = @http, profile = @Profile
        WHERE id = @Id
        """,
        rule, cancellationToken);

    public Task DeleteAsync(ApprovalRule rule, CancellationToken cancellationToken) => ExecuteAsync("DELETE FROM approval_rules WHERE id = @Id", rule, cancellationToken);

    private async Task ExecuteAsync(string sql, ApprovalRule rule, CancellationToken cancellationToken)
    {
        var connection = await data.ConnectionAsync(cancellationToken).ConfigureAwait(false);
        await connection.ExecuteAsync(new(
            sql,
            new
            {
                rule.Id,
                rule.Covers,
                path = rule.Condition?.Path,
                op = rule.Condition?.Op.ToString(),
                values = rule.Condition?.Values is { } values ? JsonSerializer.Serialize(values, StoredApprovalJson.Default.IReadOnlyListString) : null,
                decider = rule.Decider.ToString(),
                rule.RememberMinutes,
                rule.ExpireMinutes,
                mcp = rule.Surfaces.Contains(ApprovalSurface.Mcp),
                http = rule.Surfaces.Contains(ApprovalSurface.Http),
                rule.Profile,
                rule.CreatedAt,
            },
            cancellationToken: cancellationToken)).ConfigureAwait(false);
    }

    private sealed record RuleRow(
        string Id, string Covers, string? ConditionPath, string? ConditionOp, string? ConditionValues, ApprovalDecider Decider,
        int RememberMinutes, int ExpireMinutes, bool OnMcp, bool OnHttp, string? Profile, DateTimeOffset CreatedAt)
    {
        public ApprovalRule ToRule(RuleReach reach) => new(
            Id,
            Covers,
            ConditionPath is null ? null : new(
                ConditionPath,
                Enum.Parse<ConditionOp>(ConditionOp!),
                ConditionValues is null ? null : JsonSerializer.Deserialize(ConditionValues, StoredApprovalJson.Default.IReadOnlyListString)),
            Decider,
            RememberMinutes,
            ExpireMinutes,
            [.. (OnMcp ? [ApprovalSurface.Mcp] : Array.Empty<ApprovalSurface>()), .. (OnHttp ? [ApprovalSurface.Http] : Array.Empty<ApprovalSurface>())],
            Profile,
            reach.Count(Covers),
            CreatedAt);
    }
}
