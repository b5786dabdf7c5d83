using System.Text.RegularExpressions;

namespace HomeDash.Http.Tests;

/// <summary>Clients that are not ours, as people install them, compiled against what the server says of itself.</summary>
public sealed partial class PublicClients
{
    [Fact]
    public async Task The_client_of_trpc_compiles_and_calls_queries_mutations_batches_and_a_subscription_that_survives_a_lost_connection()
    {
        await using var host = await HttpHost.StartAsync();
        using var project = await NodeProject.MakeAsync(host);
        for (var number = 0; number < 5; number++)
        {
            host.Belt.Parts.Writer.TryWrite(number);
        }

        host.Belt.Parts.Writer.Complete();
        var compiled = await project.CompileAsync("calls.ts");
        Assert.True(compiled.ExitCode == 0, compiled.Output);
        var run = await project.RunAsync("calls.js", host.Url.GetLeftPart(UriPartial.Authority), KeyedCaller.Administrator);

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Equal(
            """
            {"states":["running","idle","wornOut"],"renamed":"torch","batch":["clock","radio"],"batchRequests":1,"streamed":["torch","target_not_found"],"streamedRequests":1,"error":{"code":"NOT_FOUND","reason":"target_not_found","next":"fixture.list"},"numbers":[0,1,2,3,4],"connections":2,"streams":1}
            """,
            run.Output.Trim());
        Assert.Equal(1, host.Belt.TimesOpened);
    }

    [Fact]
    public async Task Wrong_arguments_do_not_compile_and_the_compiler_names_exactly_their_lines()
    {
        await using var host = await HttpHost.StartAsync();
        using var project = await NodeProject.MakeAsync(host);

        var compiled = await project.CompileAsync("wrong.ts");

        var wrong = project.Lines("wrong.ts").Index().Where(line => line.Item.Contains("// wrong:", StringComparison.Ordinal)).Select(line => line.Index + 1);
        var reported = ErrorLine().Matches(compiled.Output).Select(match => int.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.NotEqual(0, compiled.ExitCode);
        Assert.Equal(wrong, reported.Distinct());
    }

    [Fact]
    public async Task A_public_validator_finds_no_fault_in_the_document()
    {
        await using var host = await HttpHost.StartAsync();
        using var project = await NodeProject.MakeAsync(host);

        var run = await project.RunAsync("validate.mjs", "openapi.json");

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Equal("""{"valid":true,"errors":[]}""", run.Output.Trim());
    }

    [Fact]
    public async Task A_client_that_a_public_generator_made_compiles_and_calls()
    {
        await using var host = await HttpHost.StartAsync();
        using var project = await NodeProject.MakeAsync(host);

        var generated = await project.RunAsync("node_modules/openapi-typescript/bin/cli.js", "openapi.json", "-o", "openapi.d.ts");
        Assert.True(generated.ExitCode == 0, generated.Errors);
        var compiled = await project.CompileAsync("rest.ts");
        Assert.True(compiled.ExitCode == 0, compiled.Output);
        var run = await project.RunAsync("rest.js", host.Url.GetLeftPart(UriPartial.Authority), KeyedCaller.Administrator);

        Assert.True(run.ExitCode == 0, run.Errors);
        Assert.Equal("""{"items":["lamp"],"measured":"2 a+b 1/2 False ","renamed":"torch","reason":"target_not_found","status":404}""", run.Output.Trim());
    }

    [GeneratedRegex(@"^wrong\.ts\((\d+),", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
