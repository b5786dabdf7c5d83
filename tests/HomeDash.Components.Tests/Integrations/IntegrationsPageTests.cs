using Bunit;
using HomeDash.Components.Integrations;
using HomeDash.Procedures;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.Integrations;

public sealed class IntegrationsPageTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private protected override void Configure(IServiceCollection services) => services.AddSingleton<IIntegrationKind, ToyService>();

    [Fact]
    public async Task Nothing_connected_says_what_could_be()
    {
        await DisconnectEngineAsync();

        Assert.Contains("Nothing is connected yet", Render<IntegrationsPage>().WaitForElement(".state", Patience).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_shows_what_is_wrong_at_the_integration()
    {
        await ConnectAsync("Bear", "toy://well");
        var page = Render<IntegrationsPage>();
        await PressAsync(page, "Test Bear");
        page.WaitForAssertion(() => Assert.Contains("Works", page.Find("[aria-label=Bear]").TextContent, StringComparison.Ordinal), Patience);

        await Services.GetRequiredService<Connections>().SetAsync([new("bear", "Bear", "toy", "toy://asleep")]);
        await PressAsync(page, "Test Bear");

        page.WaitForAssertion(
            () =>
            {
                Assert.Contains("Does not answer", page.Find("[aria-label=Bear] .badge").TextContent, StringComparison.Ordinal);
                Assert.Contains("Wake the toy.", page.Find("[aria-label=Bear] .notice").TextContent, StringComparison.Ordinal);
            },
            Patience);
    }

    [Fact]
    public async Task Whoever_only_looks_is_offered_no_changes()
    {
        await ConnectAsync("Bear", "toy://well");
        Allow(IntegrationPermissions.View);
        Visitor.Caller = Visitor.Caller with { Grants = new Dictionary<(string, string), Access> { [("integration", "*")] = Access.Use } };

        var page = Render<IntegrationsPage>();

        page.WaitForAssertion(() => Assert.Contains("Bear", page.Markup, StringComparison.Ordinal), Patience);
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task Removing_asks_first()
    {
        await ConnectAsync("Bear", "toy://well");
        var dialogs = Dialogs();
        var page = Render<IntegrationsPage>();

        var removing = PressAsync(page, "Remove Bear");
        await PressAsync(dialogs, "Remove");
        await removing;

        page.WaitForAssertion(() => Assert.DoesNotContain("Bear", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task A_service_is_chosen_tested_and_connected()
    {
        var dialog = Render<IntegrationDialog>();
        await PickAsync(dialog, "Toy");
        Type(dialog, "Address", "toy://asleep");
        Type(dialog, "API key or token", "right");

        await PressAsync(dialog, "Test");
        dialog.WaitForAssertion(
            () =>
            {
                Assert.Contains("Wake the toy.", dialog.Find(".notice.bad").TextContent, StringComparison.Ordinal);
                Assert.Equal("Address is wrong", dialog.Find(".steps .bad").TextContent.Trim());
            },
            Patience);

        Type(dialog, "Address", "toy://well");
        Type(dialog, "API key or token", "wrong");
        await PressAsync(dialog, "Test");
        dialog.WaitForAssertion(() => Assert.Equal("Credentials is wrong", dialog.Find(".steps .bad").TextContent.Trim()), Patience);

        Type(dialog, "API key or token", "right");
        await PressAsync(dialog, "Test");
        dialog.WaitForAssertion(() => Assert.Contains("It works.", dialog.Find(".notice.good").TextContent, StringComparison.Ordinal), Patience);
        Assert.DoesNotContain((await Caller.Integration.ListAsync(cancellationToken: Cancellation)).Items, integration => integration.Kind == "toy");

        await dialog.Find("form").SubmitAsync();
        dialog.WaitForState(() => Caller.Integration.ListAsync(cancellationToken: Cancellation).Result.Items.Any(integration => integration is { Name: "Toy", Kind: "toy" }), Patience);
    }

    [Fact]
    public async Task An_unknown_certificate_is_trusted_with_one_press()
    {
        var dialog = Render<IntegrationDialog>();
        await PickAsync(dialog, "Toy");
        Type(dialog, "Address", "toy://strange");
        Type(dialog, "API key or token", "right");
        await PressAsync(dialog, "Test");

        await PressAsync(dialog, "It is mine: trust this certificate");

        dialog.WaitForAssertion(() => Assert.Contains("It works.", dialog.Find(".notice.good").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(ToyService.Fingerprint, Input(dialog, "Trusted certificate").GetAttribute("value"));
    }

    [Fact]
    public async Task A_stored_key_stays_when_the_field_is_left_empty()
    {
        var made = await Caller.Integration.CreateAsync("toy", "Bear", "toy://well", apiKey: new("right"), cancellationToken: Cancellation);
        var dialog = Render<IntegrationDialog>(parameters => parameters.Add(shown => shown.Integration, made));
        dialog.WaitForAssertion(() => Assert.Contains("One is stored.", dialog.Markup, StringComparison.Ordinal), Patience);
        Assert.DoesNotContain("right\"", dialog.Markup, StringComparison.Ordinal);

        Type(dialog, "Name", "Ted");
        await dialog.Find("form").SubmitAsync();

        dialog.WaitForState(() => Services.GetRequiredService<Connections>().Integrations.Any(integration => integration.Name == "Ted"), Patience);
        Assert.Equal("right", Services.GetRequiredService<Connections>().Integrations.Single(integration => integration.Name == "Ted").Credentials.ApiKey!.Reveal());
    }

    [Fact]
    public async Task Access_is_given_to_a_group_and_taken_away_again()
    {
        var made = await Caller.Integration.CreateAsync("toy", "Bear", "toy://well", cancellationToken: Cancellation);
        var dialog = Dialogs();
        var sharing = PressAsync(Render<IntegrationsPage>(), "Share Bear");
        dialog.WaitForAssertion(() => Assert.Contains("Nobody else has access.", dialog.Markup, StringComparison.Ordinal), Patience);

        dialog.WaitForElement("select[aria-label='User or group']", Patience);
        await dialog.InvokeAsync(() => dialog.Find("select[aria-label='User or group']").ChangeAsync(new() { Value = "Group:everyone" }));
        await PressAsync(dialog, "Give access");
        dialog.WaitForElement("select[aria-label='Access of Everyone']", Patience);
        await dialog.InvokeAsync(() => dialog.Find("select[aria-label='Access of Everyone']").ChangeAsync(new() { Value = "Interact" }));
        dialog.WaitForAssertion(() => Assert.Equal("Interact", dialog.Find("select[aria-label='Access of Everyone']").GetAttribute("value")), Patience);
        Assert.Equal(Access.Interact, (await Caller.Integration.ListAccessAsync(new(made.Id), Cancellation)).Items.Single().Level);

        await dialog.InvokeAsync(() => dialog.Find("select[aria-label='Access of Everyone']").ChangeAsync(new() { Value = "None" }));
        dialog.WaitForAssertion(() => Assert.Contains("Nobody else has access.", dialog.Markup, StringComparison.Ordinal), Patience);
        await PressAsync(dialog, "Done");
        await sharing;
    }

    private Task ConnectAsync(string name, string url) => Services.GetRequiredService<Connections>().SetAsync([new("bear", name, "toy", url)]);

    private static async Task PickAsync(IRenderedComponent<IntegrationDialog> dialog, string service)
    {
        dialog.WaitForElement(".kind", Patience);
        await dialog.InvokeAsync(() => dialog.FindAll(".kind").Single(kind => kind.QuerySelector("strong")!.TextContent == service).ClickAsync(new()));
    }

    private static AngleSharp.Dom.IElement Input(IRenderedComponent<IntegrationDialog> dialog, string label) =>
        dialog.FindAll(".field").Single(field => field.QuerySelector("label")!.TextContent.TrimEnd(' ', '*') == label).QuerySelector("input")!;

    private static void Type(IRenderedComponent<IntegrationDialog> dialog, string label, string text) => Input(dialog, label).Input(text);
}
