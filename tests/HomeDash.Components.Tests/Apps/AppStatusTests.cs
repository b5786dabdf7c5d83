using Bunit;
using HomeDash.Components.Apps;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Components.Tests.Apps;

public sealed class AppStatusTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ToyProbe probe = new();

    private protected override void Configure(IServiceCollection services) => services.AddSingleton<IAppProbe>(probe);

    [Fact]
    public async Task A_tile_says_how_its_app_is_and_follows_when_that_changes()
    {
        await Caller.App.CreateAsync("Plex", href: "http://nas.lan:32400", cancellationToken: Cancellation);
        var page = Render<AppsPage>();
        page.WaitForAssertion(() => Assert.Equal("Not checked", page.Find(".tile .mark").TextContent), Patience);

        await Caller.App.PingAsync([new("Plex")], Cancellation);
        page.WaitForAssertion(() => Assert.Equal("Up", page.Find(".tile .mark.up").TextContent), Patience);

        probe.Answer = new(0.01, Error: "Nothing listens at nas.lan:32400.");
        await Caller.App.PingAsync([new("Plex")], Cancellation);

        page.WaitForAssertion(() => Assert.Contains("Nothing listens", page.Find(".tile .mark.down").GetAttribute("title")), Patience);
    }

    [Fact]
    public async Task An_app_without_an_address_says_nothing()
    {
        await Caller.App.CreateAsync("Printer", cancellationToken: Cancellation);
        var page = Render<AppsPage>();

        page.WaitForElement(".tile", Patience);

        Assert.Empty(page.FindAll(".mark"));
    }

    [Fact]
    public async Task The_history_tells_what_was_and_asks_now()
    {
        probe.Answer = new(0.12, 200, CertificateTrusted: false);
        var app = await Caller.App.CreateAsync("Plex", href: "https://nas.lan:32400", cancellationToken: Cancellation);
        var dialog = Render<AppHistoryDialog>(parameters => parameters.Add(component => component.App, app));
        dialog.WaitForState(() => dialog.Markup.Contains("Nothing yet"), Patience);

        await PressAsync(dialog, "Ask now");

        dialog.WaitForAssertion(() => Assert.Contains("Answers 200 in 0.12 s.", dialog.Find(".facts").TextContent), Patience);
        Assert.Contains("not trusted", dialog.Find(".facts").TextContent);
        Assert.StartsWith("Up", dialog.Find(".periods li").TextContent.Trim());
    }

    [Fact]
    public async Task Who_may_not_ask_is_told()
    {
        var app = await Caller.App.CreateAsync("Plex", href: "https://nas.lan:32400", cancellationToken: Cancellation);
        Allow(AppPermissions.View);
        Visitor.Caller = Visitor.Caller with { Grants = new Dictionary<(string, string), Procedures.Access> { [("app", "*")] = Procedures.Access.Full } };
        var dialog = Render<AppHistoryDialog>(parameters => parameters.Add(component => component.App, app));

        await PressAsync(dialog, "Ask now");

        dialog.WaitForElement(".notice.bad", Patience);
        Assert.Equal(0, probe.Asked);
    }

    private sealed class ToyProbe : IAppProbe
    {
        public ProbeAnswer Answer { get; set; } = new(0.05, 200);

        public int Asked { get; private set; }

        public Task<ProbeAnswer> AskAsync(Uri address, CancellationToken cancellationToken)
        {
            Asked++;
            return Task.FromResult(Answer);
        }
    }
}
