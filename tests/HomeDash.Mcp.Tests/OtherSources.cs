using System.Text.Json;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace HomeDash.Mcp.Tests;

/// <summary>Resources and prompts that are no procedures: of every kind of content, and with questions.</summary>
public sealed class OtherSources
{
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> AllVersions => McpHost.AllVersions;

    [Theory, MemberData(nameof(AllVersions))]
    public async Task Bytes_are_read_as_they_are(string version)
    {
        await using var host = await StartAsync();
        await using var client = await host.ConnectAsync(version);

        var read = await client.ReadResourceAsync("extra://dot", cancellationToken: Cancellation);

        Assert.Equal("extra://dot", Assert.Single(await client.ListResourcesAsync(cancellationToken: Cancellation)).Uri);
        var blob = Assert.IsType<BlobResourceContents>(Assert.Single(read.Contents));
        Assert.Equal(("image/png", Convert.ToHexString(Dot)), (blob.MimeType, Convert.ToHexString(blob.DecodedData.Span)));
    }

    [Theory, MemberData(nameof(AllVersions))]
    public async Task A_prompt_may_show_a_picture_and_a_resource(string version)
    {
        await using var host = await StartAsync();
        await using var client = await host.ConnectAsync(version);

        var written = await client.GetPromptAsync("extra_picture", cancellationToken: Cancellation);

        var picture = Assert.IsType<ImageContentBlock>(written.Messages[0].Content);
        Assert.Equal(("image/png", Convert.ToHexString(Dot)), (picture.MimeType, Convert.ToHexString(picture.DecodedData.Span)));
        Assert.IsType<BlobResourceContents>(Assert.IsType<EmbeddedResourceBlock>(written.Messages[1].Content).Resource);
    }

    [Fact]
    public async Task A_prompt_may_ask_first()
    {
        await using var host = await StartAsync();

        var asked = (await host.ModernAsync("prompts/get", """, "name":"extra_asks" """, ("Mcp-Name", "extra_asks"))).Message.GetProperty("result");
        var answered = (await host.ModernAsync(
            "prompts/get", """, "name":"extra_asks","inputResponses":{"colour":{"action":"accept","content":{"answer":"blue"}}}""", ("Mcp-Name", "extra_asks"))).Message.GetProperty("result");

        Assert.Equal("input_required", asked.GetProperty("resultType").GetString());
        Assert.Equal("Which colour?", asked.GetProperty("inputRequests").GetProperty("colour").GetProperty("params").GetProperty("message").GetString());
        Assert.Equal("Paint it blue.", answered.GetProperty("messages")[0].GetProperty("content").GetProperty("text").GetString());
    }

    private static Task<McpHost> StartAsync() => McpHost.StartAsync(services => services
        .AddSingleton<IResourceSource, ExtraResources>()
        .AddSingleton<IPromptSource, ExtraPrompts>());

    private sealed class ExtraResources : IResourceSource
    {
        public IEnumerable<ResourceEntry> OfferedTo(McpCall call) => [new("extra://dot", "dot", "Dot", "A dot.", "image/png", IsTemplate: false)];

        public ValueTask<ResourceBody?> ReadAsync(McpCall call, string uri, CancellationToken cancellationToken) =>
            new(uri == "extra://dot" ? new ResourceBody(uri, "image/png", Dot, IsText: false) : null);

        public ValueTask<TargetNames?> CompleteAsync(McpCall call, string template, string variable, string text, CancellationToken cancellationToken) => default;
    }

    private sealed class ExtraPrompts(ResourceLibrary resources) : IPromptSource
    {
        public IEnumerable<PromptEntry> OfferedTo(McpCall call) => [new("extra_picture", "Picture", "Shows a picture.", []), new("extra_asks", "Asks", "Asks for a colour.", [])];

        public async ValueTask<McpAnswer?> WriteAsync(McpCall call, string name, JsonElement parameters, CancellationToken cancellationToken)
        {
            using var messages = new PromptMessages(call, "An extra prompt.");
            switch (name)
            {
                case "extra_picture":
                    messages.AddImage("image/png", Dot);
                    messages.AddResource((await resources.ReadAsync(call, "extra://dot", cancellationToken))!);
                    return messages.End();
                case "extra_asks" when parameters.TryGetProperty("inputResponses", out var responses):
                    messages.AddText($"Paint it {Questions.Read(["colour"], responses).Answers["colour"]}.");
                    return messages.End();
                case "extra_asks":
                    return new McpAnswer.Asks(Questions.Ask([new Question("colour", "Which colour?", QuestionKind.Text)]), null);
                default:
                    return null;
            }
        }

        public ValueTask<TargetNames?> CompleteAsync(McpCall call, string name, string argument, string text, CancellationToken cancellationToken) => default;
    }
}
