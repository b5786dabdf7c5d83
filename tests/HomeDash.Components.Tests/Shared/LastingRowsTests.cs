using Bunit;
using HomeDash.Components.Api;
using HomeDash.Components.Docker;
using HomeDash.Components.Shared;
using HomeDash.Components.Users;
using Microsoft.AspNetCore.Components;
using Radzen.Blazor;

namespace HomeDash.Components.Tests.Shared;

/// <summary>Rows and their buttons stay what they are when a table is read again: a component that stays keeps its elements in the browser.</summary>
public sealed class LastingRowsTests : HouseContext
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    [Fact]
    public void A_container_keeps_its_row_and_every_button_its_action_whatever_changes()
    {
        var plex = Engine.Add("plex");
        var page = Render<DockerPage>();
        page.WaitForElement("[aria-label='Stop plex']", Patience);
        var row = Row<Container>(page, "plex");
        var (stop, remove) = (Picture(row, IconName.Stop).Instance, Picture(row, IconName.Remove).Instance);

        Engine.Set("plex", RunState.Exited);
        Engine.Add("adguard");
        Feed.Publish(new("docker.container", plex.Id));
        page.WaitForElement("[aria-label='Start plex']", Patience);

        Assert.Equal("adguard", page.Find("tbody a.name").TextContent);
        Assert.Same(row.Instance, Row<Container>(page, "plex").Instance);
        Assert.Same(remove, Picture(row, IconName.Remove).Instance);
        Assert.NotSame(stop, Picture(row, IconName.Play).Instance);
    }

    [Fact]
    public async Task A_user_keeps_the_row_when_what_they_may_changes()
    {
        await Caller.User.CreateAsync("bob", new("long enough"), cancellationToken: Cancellation);
        var page = Render<UsersPage>();
        page.WaitForElement("[aria-label='Keep out: bob']", Patience);
        var row = Row<User>(page, "bob");

        await Caller.User.UpdateAsync(new UserRef("bob"), disabled: true, cancellationToken: Cancellation);
        page.WaitForElement("[aria-label='Let in again: bob']", Patience);

        Assert.Same(row.Instance, Row<User>(page, "bob").Instance);
    }

    [Fact]
    public async Task A_key_keeps_its_row_when_it_is_used()
    {
        await Caller.ApiKeys.CreateAsync("Grafana", cancellationToken: Cancellation);
        var keys = (await Caller.ApiKeys.ListAsync(Cancellation)).Items;
        var table = Render<KeyTable>(parameters => parameters.Add(component => component.Keys, keys));
        var row = Row<ApiKey>(table, "Grafana");

        table.Render(parameters => parameters.Add(component => component.Keys, [keys[0] with { LastUsedAt = DateTimeOffset.UtcNow }]));

        Assert.DoesNotContain("never", table.Markup);
        Assert.Same(row.Instance, Row<ApiKey>(table, "Grafana").Instance);
    }

    [Fact]
    public async Task Rows_are_sorted_by_what_they_show_and_stay_so()
    {
        Engine.Add("adguard", RunState.Running);
        Engine.Add("plex", RunState.Created);
        var page = Render<DockerPage>();
        page.WaitForState(() => page.Markup.Contains("512 MiB", StringComparison.Ordinal), Patience);

        await page.InvokeAsync(() => page.FindAll("th").Single(head => head.TextContent == "State").FirstElementChild!.ClickAsync(new()));

        page.WaitForAssertion(() => Assert.Equal(["plex", "adguard"], Names()), Patience);

        Feed.Publish(new("docker.container", Engine.Add("zigbee", RunState.Created).Id));
        page.WaitForAssertion(() => Assert.Equal(["plex", "zigbee", "adguard"], Names()), Patience);

        IEnumerable<string> Names() => page.FindAll("tbody a.name").Select(name => name.TextContent);
    }

    private static IRenderedComponent<RadzenDataGridRow<TableRow<T>>> Row<T>(IRenderedComponent<IComponent> page, string name) =>
        page.FindComponents<RadzenDataGridRow<TableRow<T>>>().Single(row => row.Markup.Contains(name, StringComparison.Ordinal));

    private static IRenderedComponent<Icon> Picture(IRenderedComponent<IComponent> row, IconName name) =>
        row.FindComponents<Icon>().Single(icon => icon.Instance.Name == name);
}
