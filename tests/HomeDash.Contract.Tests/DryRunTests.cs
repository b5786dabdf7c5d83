using System.Data.Common;
using System.Text;
using HomeDash.Procedures;
using HomeDash.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Contract.Tests;

/// <summary>A dry run of any mutation says what would change, and changes nothing: not on a service and not in HomeDash's own data.</summary>
public sealed class DryRunTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_mutation_can_be_tried_without_changing_anything()
    {
        await using var house = await DemoHost.StartAsync();
        var database = house.Services.GetRequiredService<Database>();
        var tried = 0;
        foreach (var call in DemoCalls.All)
        {
            var definition = house.Catalog.Find(call.Path)!.Definition;
            if (definition.Kind == ProcedureKind.Mutation)
            {
                await house.PrepareAsync(call);
                var (data, writes) = (await ContentAsync(database), house.Writes.Count);

                var outcome = await house.CallAsync(call, dryRun: true);

                var planned = outcome as ProcedureOutcome.Planned;
                Assert.True(planned is not null, $"{call.Path} was to be planned and came to {outcome}");
                Assert.True(planned.Steps.Count + planned.Changes.Count > 0, $"{call.Path} does not say what it would do.");
                Assert.True(writes == house.Writes.Count, $"The dry run of {call.Path} wrote: {house.Writes.LastOrDefault()}");
                Assert.True(data == await ContentAsync(database), $"The dry run of {call.Path} changed HomeDash's own data.");
                tried++;
            }

            // Done for real, so that the next calls find what they need.
            await house.AnswerAsync(call);
        }

        Assert.Equal(house.Catalog.Procedures.Count(procedure => procedure.Definition.Kind == ProcedureKind.Mutation), tried);
    }

    /// <summary>Every row of every table.</summary>
    private static async Task<string> ContentAsync(Database database)
    {
        await using var connection = await database.OpenReadAsync(Cancellation);
        var content = new StringBuilder();
        foreach (var table in (await RowsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")).Select(row => row.TrimEnd('|')))
        {
            content.Append(table).Append('\n').AppendJoin('\n', (await RowsAsync(connection, $"SELECT * FROM \"{table}\"")).Order(StringComparer.Ordinal)).Append('\n');
        }

        return content.ToString();
    }

    private static async Task<List<string>> RowsAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tables are those of the house.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            rows.Add(string.Concat(Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes) + "|" : $"{reader.GetValue(column)}|")));
        }

        return rows;
    }
}
