using HomeDash.Procedures;

namespace HomeDash.Tests.SmartHome;

/// <summary>What keeps the house shut.</summary>
public sealed class SafetyTests
{
    private static readonly Caller Resident = new("u1", "resident")
    {
        Permissions = new HashSet<string> { SmartHomePermissions.View, SmartHomePermissions.Control },
        Grants = new Dictionary<(string, string), Access> { [("integration", "home-id")] = Access.Interact },
    };

    [Fact]
    public async Task Everybody_who_switches_may_lock_and_not_unlock()
    {
        await using var home = await SmartHouse.StartAsync();

        Assert.Equal("locked", (await home.House.CallAsync("smartHome.lock", """{"targets":["Front door"]}""", Resident)).GetProperty("items")[0].GetProperty("value").GetProperty("state").GetString());
        Assert.Equal(ErrorReason.NotAllowed, (await home.House.FailAsync("smartHome.unlock", """{"targets":["Front door"]}""", Resident)).Reason);
        Assert.Equal("locked", home.Hub.StateOf("lock.front_door"));
    }

    [Fact]
    public async Task A_door_is_unlocked_by_its_name_and_never_by_an_area()
    {
        await using var home = await SmartHouse.StartAsync();

        Assert.Contains("Name each door", (await home.House.FailAsync("smartHome.unlock", """{"targets":["hall locks"]}""")).Message, StringComparison.Ordinal);
        Assert.Equal("unlocked", (await home.DoAsync("unlock", """{"targets":["Front door"]}"""))[0].GetProperty("value").GetProperty("state").GetString());
        Assert.Equal("locked", (await home.DoAsync("lock", """{"targets":["hall locks"]}"""))[0].GetProperty("value").GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("turnOff", "Front door", "cannot be switched off")]
    [InlineData("toggle", "Front door", "cannot be switched on")]
    [InlineData("open", "Garage", "opens the house: smartHome.unlock does that")]
    [InlineData("turnOff", "House alarm", "cannot be switched off, nor anything else")]
    [InlineData("unlock", "House alarm", "cannot be unlocked, nor anything else")]
    public async Task No_other_call_opens_the_house_or_silences_its_alarm(string procedure, string target, string why)
    {
        await using var home = await SmartHouse.StartAsync();

        Assert.Contains(why, Assert.Single(await home.DoAsync(procedure, $$"""{"targets":["{{target}}"]}""")).GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(home.Hub.Calls, call => call.StartsWith("POST /api/services", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_garage_opens_by_unlocking_and_closes_by_closing()
    {
        await using var home = await SmartHouse.StartAsync();

        Assert.Equal("opening", (await home.DoAsync("unlock", """{"targets":["Garage"]}"""))[0].GetProperty("value").GetProperty("state").GetString());
        Assert.Equal("closed", (await home.DoAsync("close", """{"targets":["Garage"]}"""))[0].GetProperty("value").GetProperty("state").GetString());
    }

    [Fact]
    public async Task Whoever_may_only_look_at_a_hub_switches_nothing_in_it()
    {
        await using var home = await SmartHouse.StartAsync();
        var guest = Resident with { Grants = new Dictionary<(string, string), Access> { [("integration", "home-id")] = Access.Use } };

        Assert.Equal(ErrorReason.NotAllowed, (await home.House.FailAsync("smartHome.turnOff", """{"targets":["kitchen lights"]}""", guest)).Reason);
        Assert.Equal(ErrorReason.TargetNotFound, (await home.House.FailAsync("smartHome.get", """{"entity":"Front door"}""", guest with { Grants = new Dictionary<(string, string), Access>() })).Reason);
    }
}
