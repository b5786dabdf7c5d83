using System.Net;
using HomeDash.Procedures;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Mcp.Tests;

/// <summary>Which tools are served at which address, and how.</summary>
public sealed class ServingProfiles
{
    [Fact]
    public async Task A_profile_lists_what_it_includes_and_does_not_exclude()
    {
        await using var house = await ProfileHost.StartAsync();

        var tools = await house.ListAsync("lamps");

        Assert.Contains("lamp_switch", tools.Keys);
        Assert.DoesNotContain("lamp_remove", tools.Keys);
        Assert.All(tools.Keys, name => Assert.StartsWith("lamp_", name));
        Assert.Contains("lamp_remove", (await house.ListAsync("mcp")).Keys);
    }

    [Fact]
    public async Task What_a_profile_leaves_out_is_refused_with_what_it_has()
    {
        await using var house = await ProfileHost.StartAsync();

        var result = await house.CallAsync("lamps", "lamp_remove");

        Assert.True(ProfileHost.Failed(result));
        Assert.Contains("does not belong to the profile 'lamps'", ProfileHost.Text(result));
        Assert.Matches("comes nearest: lamp_[a-zA-Z]+, lamp_[a-zA-Z]+, lamp_[a-zA-Z]+\\.$", ProfileHost.Text(result));
    }

    [Fact]
    public async Task A_profile_that_reads_makes_every_caller_read_only()
    {
        await using var house = await ProfileHost.StartAsync();

        Assert.All((await house.ListAsync("looking")).Values, tool => Assert.True(tool.GetProperty("annotations").GetProperty("readOnlyHint").GetBoolean()));
        var refused = await house.CallAsync("looking", "lamp_switch");
        Assert.True(ProfileHost.Failed(refused));
        Assert.Contains("read_only", refused.GetProperty("content")[1].GetProperty("text").GetString());
        Assert.False(ProfileHost.Failed(await house.CallAsync("looking", "lamp_get")));
    }

    [Fact]
    public async Task Text_is_all_that_a_text_only_profile_sends()
    {
        await using var house = await ProfileHost.StartAsync();

        var tools = await house.ListAsync("voice");
        var result = await house.CallAsync("voice", "lamp_get");

        Assert.Equal(["lamp_get", "lamp_list", "lamp_switch"], tools.Keys);
        Assert.All(tools.Values, tool => Assert.False(tool.TryGetProperty("outputSchema", out _) || tool.TryGetProperty("title", out _)));
        Assert.False(result.TryGetProperty("structuredContent", out _));
        Assert.Contains("hall", ProfileHost.Text(result));
        Assert.True((await house.CallAsync("mcp", "lamp_get")).TryGetProperty("structuredContent", out _));
    }

    [Fact]
    public async Task A_profile_that_there_is_not_is_answered_with_those_that_there_are()
    {
        await using var house = await ProfileHost.StartAsync();

        var answer = await house.PostAsync("nowhere", RawPost.Ping);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("/api/mcp/voice", answer.ErrorMessage);
    }

    [Fact]
    public async Task Strangers_are_told_no_names_of_profiles()
    {
        await using var house = await ProfileHost.StartAsync();

        var answer = await house.PostAsync("nowhere", RawPost.Ping, ("ApiKey", null));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.DoesNotContain("voice", answer.Text);
    }

    [Fact]
    public async Task Whoever_is_bound_to_a_profile_is_served_that_one_alone()
    {
        await using var house = await ProfileHost.StartAsync(services => services.AddScoped<ICallerSource, BoundCaller>());

        var list = await house.ListAsync("s", "bound");
        Assert.Equal(["lamp_get", "lamp_list", "lamp_switch"], list.Keys);
        Assert.Equal(HttpStatusCode.NotFound, (await house.PostAsync("mcp", RawPost.Ping, ("ApiKey", "bound"))).Status);
        var stranger = await house.PostAsync("s", RawPost.Ping, ("ApiKey", "stranger"));
        var keyHolder = await house.PostAsync("s", RawPost.Ping, ("ApiKey", "free"));
        Assert.Equal((HttpStatusCode.NotFound, stranger.Text), (keyHolder.Status, keyHolder.Text));
        Assert.Equal(HttpStatusCode.NotFound, stranger.Status);
    }

    [Fact]
    public async Task A_tool_that_is_switched_off_is_gone_at_once_and_says_so_when_it_is_called()
    {
        await using var house = await ProfileHost.StartAsync();
        Assert.Contains("lamp_switch", (await house.ListAsync("lamps")).Keys);

        house.Profiles.Set(new("lamp.switch", Off: true, null));

        Assert.DoesNotContain("lamp_switch", (await house.ListAsync("lamps")).Keys);
        Assert.DoesNotContain("lamp_switch", (await house.ListAsync("mcp")).Keys);
        var refused = await house.CallAsync("mcp", "lamp_switch");
        Assert.True(ProfileHost.Failed(refused));
        Assert.Contains("switched off", ProfileHost.Text(refused));
        Assert.Contains("/tools/api/mcp", ProfileHost.Text(refused));
    }

    [Fact]
    public async Task A_tool_is_described_in_the_words_that_a_person_gave_it()
    {
        await using var house = await ProfileHost.StartAsync();

        house.Profiles.Set(new("lamp.switch", Off: false, "Only after dark. Ask lamp.list for names."));

        Assert.Equal("Only after dark. Ask lamp_list for names.", (await house.ListAsync("mcp"))["lamp_switch"].GetProperty("description").GetString());
        Assert.Equal("Only after dark. Ask lamp_list for names.", (await house.ListAsync("voice"))["lamp_switch"].GetProperty("description").GetString());
    }

    [Fact]
    public async Task A_profile_that_is_changed_is_served_anew()
    {
        await using var house = await ProfileHost.StartAsync();
        Assert.Equal(3, (await house.ListAsync("voice")).Count);

        house.Profiles.Profiles[3] = house.Profiles.Profiles[3] with { Include = ["lamp.get"] };
        house.Profiles.Change();

        Assert.Equal(["lamp_get"], (await house.ListAsync("voice")).Keys);
    }

    [Fact]
    public async Task The_length_of_each_answer_is_told()
    {
        await using var house = await ProfileHost.StartAsync();

        var result = await house.CallAsync("mcp", "lamp_get");

        var (path, surface, bytes) = Assert.Single(house.Lengths.Sent);
        Assert.Equal(("lamp.get", "mcp", System.Text.Encoding.UTF8.GetByteCount(result.GetRawText())), (path, surface, (int)bytes));
    }

    private sealed class BoundCaller(IHttpContextAccessor http) : ICallerSource
    {
        public string Surface => "mcp";

        public ValueTask<Caller> GetAsync(CancellationToken cancellationToken)
        {
            var ada = new Caller("u1", "ada") { Permissions = new HashSet<string> { Caller.AdministratorPermission } };
            return new(http.HttpContext!.Request.Headers["ApiKey"].ToString() switch
            {
                "bound" => ada with { Profile = "voice" },
                "free" => ada,
                _ => Caller.Nobody,
            });
        }
    }
}
