using HomeDash.Procedures;
using HomeDash.Procedures.Fixture;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp.Tests;

/// <summary>What people pick from a list to ask for.</summary>
public sealed class UsingPrompts
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> AllVersions => McpHost.AllVersions;

    [Theory, MemberData(nameof(AllVersions))]
    public async Task A_prompt_is_listed_with_its_arguments_and_written_in_every_version(string version)
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());
        await using var client = await host.ConnectAsync(version);

        var prompt = Assert.Single(await client.ListPromptsAsync(cancellationToken: Cancellation)).ProtocolPrompt;
        var written = await client.GetPromptAsync("fixture_repair", new Dictionary<string, object?> { ["gadget"] = "lamp", ["patience"] = "5" }, cancellationToken: Cancellation);

        Assert.NotNull(client.ServerCapabilities.Prompts);
        Assert.Equal(("fixture_repair", "Repair a gadget", "Finds out what is wrong with a gadget."), (prompt.Name, prompt.Title, prompt.Description));
        Assert.Equal(
            [("gadget", "Its name, as fixture_list shows it.", true), ("patience", "How many tries it is worth.", false)],
            prompt.Arguments!.Select(argument => (argument.Name, argument.Description, argument.Required ?? false)));
        Assert.All(written.Messages, message => Assert.Equal(Role.User, message.Role));
        Assert.Equal(
            "Repair the lamp within 5 tries.\n\n1. fixture_words: what is written on it.\n2. fixture_restart: when that is all it needs.\n\nSay what it was.",
            Assert.IsType<TextContentBlock>(written.Messages[0].Content).Text);
        var shown = Assert.IsType<TextResourceContents>(Assert.IsType<EmbeddedResourceBlock>(written.Messages[1].Content).Resource);
        Assert.Equal("fixture://gadget/lamp", shown.Uri);
        Assert.Contains("\"id\":\"g2\"", shown.Text);
    }

    [Fact]
    public async Task A_prompt_does_not_say_to_call_what_this_caller_is_not_offered()
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());

        Assert.Equal("Repair the lamp within 3 tries.\n\n1. fixture_words: what is written on it.\n\nSay what it was.", await TextAsync(host, "lamp", key: KeyedCaller.Borrower));
    }

    [Fact]
    public async Task An_argument_that_was_left_empty_was_not_given()
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());

        Assert.StartsWith("Repair the lamp within 3 tries.", await TextAsync(host, "lamp", patience: ""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lmap", "3", "There is no gadget 'lmap'. Did you mean 'lamp'?")]
    [InlineData("lamp", "20", "patience")]
    [InlineData("", "3", "gadget")]
    public async Task Arguments_that_make_no_sense_are_invalid_params_that_say_why(string gadget, string patience, string why)
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());

        var refused = await Assert.ThrowsAsync<McpProtocolException>(() => TextAsync(host, gadget, patience));

        Assert.Equal(McpErrorCode.InvalidParams, refused.ErrorCode);
        Assert.Contains(why, refused.Message);
    }

    [Fact]
    public async Task What_is_not_there_or_not_for_this_caller_is_no_prompt()
    {
        await using var host = await McpHost.StartAsync(services => services.AddFixture());
        await using var stranger = await host.ConnectAsync(key: KeyedCaller.Viewer);

        Assert.Empty(await stranger.ListPromptsAsync(cancellationToken: Cancellation));
        var refused = await Assert.ThrowsAsync<McpProtocolException>(() => TextAsync(host, "lamp", key: KeyedCaller.Viewer));
        Assert.Equal((McpErrorCode.InvalidParams, true), (refused.ErrorCode, refused.Message.Contains("There is no prompt 'fixture_repair'.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_prompt_that_says_to_call_what_does_not_exist_fails_and_the_log_says_why()
    {
        var source = new OnePrompt(PromptPart.Call("lamp.nowhere", "does not exist."));
        await using var host = await McpHost.StartAsync(services => services.AddSingleton<IProcedureSource>(source));
        await using var client = await host.ConnectAsync();

        await Assert.ThrowsAsync<McpProtocolException>(async () => await client.GetPromptAsync("lamp_ask", cancellationToken: Cancellation));

        Assert.Contains("lamp.ask says to call lamp.nowhere, which does not exist.", host.Log.Text);
    }

    [Fact]
    public async Task What_cannot_be_shown_is_said_and_the_rest_stays()
    {
        var source = new OnePrompt(PromptPart.Say("Look."), PromptPart.Show("fixture://gadget/{gadget}", "moon"), PromptPart.Show("fixture://nothing"));
        await using var host = await McpHost.StartAsync(services => services.AddFixture().AddSingleton<IProcedureSource>(source));
        await using var client = await host.ConnectAsync();

        var written = await client.GetPromptAsync("lamp_ask", cancellationToken: Cancellation);

        var text = Assert.IsType<TextContentBlock>(Assert.Single(written.Messages).Content).Text;
        Assert.StartsWith("Look.\n\nfixture://gadget/moon could not be read: There is no gadget 'moon'.", text, StringComparison.Ordinal);
    }

    private static async Task<string> TextAsync(McpHost host, string gadget, string patience = "3", string key = KeyedCaller.Administrator)
    {
        await using var client = await host.ConnectAsync(key: key);
        var written = await client.GetPromptAsync("fixture_repair", new Dictionary<string, object?> { ["gadget"] = gadget, ["patience"] = patience }, cancellationToken: Cancellation);
        return Assert.IsType<TextContentBlock>(written.Messages[0].Content).Text;
    }

    /// <summary>A prompt <c>lamp.ask</c> that says what a test wants.</summary>
    private sealed class OnePrompt(params PromptPart[] parts) : IProcedureSource
    {
        public event Action? Changed { add { } remove { } }

        public IReadOnlyList<Procedure> Procedures => [];

        public IReadOnlyList<PermissionDefinition> Permissions => [];

        public IReadOnlyList<Procedure> Prompts { get; } = [new Asking(new PromptScript(parts))];
    }

    private sealed class Asking(PromptScript script) : Procedure<ModeInput, PromptScript>
    {
        public override ProcedureDefinition Definition { get; } = new()
        {
            Path = "lamp.ask", Title = "Ask", Description = "Asks.", Kind = ProcedureKind.Query, Permission = Lamps.View, InputSchema = """{"type":"object"}""",
        };

        protected override ModeInput Read(ref System.Text.Json.Utf8JsonReader reader, ref InputProblems problems) => ModeReader.Read(ref reader);

        protected override void Validate(ModeInput input, ref InputProblems problems)
        {
        }

        protected override void WriteInput(System.Text.Json.Utf8JsonWriter writer, ModeInput input) => writer.WriteStringValue(input.Mode);

        protected override ValueTask<PromptScript> RunAsync(IServiceProvider services, ModeInput input, ProcedureContext context, CancellationToken cancellationToken) => new(script);

        protected override void Write(System.Text.Json.Utf8JsonWriter writer, PromptScript output) => throw new InvalidOperationException("A script is not written as JSON here.");
    }
}
