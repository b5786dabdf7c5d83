using HomeDash.Procedures.Fixture;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp.Tests;

/// <summary>The names that what was typed may become.</summary>
public sealed class CompletingNames
{
    private static readonly Reference Prompt = new PromptReference { Name = "fixture_repair" };
    private static readonly Reference Template = new ResourceTemplateReference { Uri = "fixture://gadget/{gadget}" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> AllVersions => McpHost.AllVersions;

    [Theory, MemberData(nameof(AllVersions))]
    public async Task Arguments_of_prompts_and_variables_of_templates_are_completed_in_every_version(string version)
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());
        await using var client = await host.ConnectAsync(version);

        var ofPrompt = (await client.CompleteAsync(Prompt, "gadget", "L", cancellationToken: Cancellation)).Completion;
        var ofTemplate = (await client.CompleteAsync(Template, "gadget", "o", cancellationToken: Cancellation)).Completion;

        Assert.Equal(["lamp", "clock"], ofPrompt.Values);
        Assert.Equal((2, false), (ofPrompt.Total, ofPrompt.HasMore));
        Assert.Equal(["clock", "radio"], ofTemplate.Values);
    }

    [Fact]
    public async Task Only_what_the_caller_may_see_is_named()
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());
        await using var client = await host.ConnectAsync(key: KeyedCaller.Borrower);

        Assert.Equal(["lamp"], (await client.CompleteAsync(Prompt, "gadget", "", cancellationToken: Cancellation)).Completion.Values);
    }

    [Fact]
    public async Task What_has_no_names_is_completed_with_none()
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());
        await using var client = await host.ConnectAsync();

        Assert.Empty((await client.CompleteAsync(Prompt, "patience", "1", cancellationToken: Cancellation)).Completion.Values);
        Assert.Empty((await client.CompleteAsync(Template, "colour", "r", cancellationToken: Cancellation)).Completion.Values);
    }

    [Fact]
    public async Task Names_beyond_a_hundred_are_counted_and_not_sent()
    {
        var names = HomeDash.Procedures.TargetNames.Of(Enumerable.Range(0, 150).Select(number => $"gadget {number:000}"), "gadget");
        await using var host = await McpHost.StartAsync(services => services.AddFixture());
        await using var client = await host.ConnectAsync();

        Assert.Equal((100, 150), (names.Names.Count, names.Total));
        Assert.Equal("gadget 000", names.Names[0]);
    }

    [Theory]
    [InlineData("""{"type":"ref/prompt","name":"nothing"}""", """{"name":"gadget","value":""}""")]
    [InlineData("""{"type":"ref/resource","uri":"fixture://nothing/{gadget}"}""", """{"name":"gadget","value":""}""")]
    [InlineData("""{"type":"ref/else","name":"nothing"}""", """{"name":"gadget","value":""}""")]
    [InlineData("""{"type":"ref/prompt","name":"fixture_repair"}""", "{}")]
    [InlineData("5", "{}")]
    public async Task A_reference_to_nothing_is_invalid_params(string reference, string argument)
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());

        var answer = await host.PostAsync($$$"""{"jsonrpc":"2.0","id":1,"method":"completion/complete","params":{"ref":{{{reference}}},"argument":{{{argument}}}}}""");

        Assert.Equal((int)McpErrorCode.InvalidParams, answer.ErrorCode);
    }
}
