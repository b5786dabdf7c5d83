namespace HomeDash.Architecture.Tests;

/// <summary>Which room may use which: the arrows of CONTRIBUTING.md, and they only point down.</summary>
public sealed class Rooms
{
    private static readonly Dictionary<string, string[]> MayUse = new()
    {
        ["HomeDash.Procedures.Generator"] = [],
        ["HomeDash.Procedures.Analyzers"] = [],
        ["HomeDash.Procedures.CodeFixes"] = ["HomeDash.Procedures.Analyzers"],
        ["HomeDash.Procedures"] = [],
        ["HomeDash.Storage"] = [],
        ["HomeDash"] = ["HomeDash.Procedures", "HomeDash.Storage"],
        ["HomeDash.Integrations"] = ["HomeDash", "HomeDash.Procedures"],
        ["HomeDash.Demo"] = ["HomeDash", "HomeDash.Procedures"],
        ["HomeDash.Mcp"] = ["HomeDash.Procedures"],
        ["HomeDash.Http"] = ["HomeDash.Procedures"],
        ["HomeDash.Auth"] = ["HomeDash", "HomeDash.Storage", "HomeDash.Procedures"],
        ["HomeDash.Components"] = ["HomeDash", "HomeDash.Procedures"],
        ["HomeDash.BlazorScript"] = [],
        ["HomeDash.Web"] =
        [
            "HomeDash.Procedures", "HomeDash.Storage", "HomeDash", "HomeDash.Integrations", "HomeDash.Demo", "HomeDash.Mcp", "HomeDash.Http",
            "HomeDash.Auth", "HomeDash.Components", "HomeDash.BlazorScript",
        ],
    };

    /// <summary>Where a package may be named; the others are free.</summary>
    private static readonly Dictionary<string, string[]> MayName = new()
    {
        ["Npgsql"] = ["HomeDash.Storage"],
        ["Microsoft.Data.Sqlite.Core"] = ["HomeDash.Storage"],
        ["Dapper"] = ["HomeDash.Storage"],
        ["ModelContextProtocol.Core"] = ["HomeDash.Mcp"],
        ["Radzen.Blazor"] = ["HomeDash.Components"],
    };

    public static TheoryData<string> All => [.. Repository.Rooms.Select(room => room.Name)];

    [Theory, MemberData(nameof(All))]
    public void A_room_uses_only_the_rooms_below_it(string name)
    {
        Assert.True(MayUse.TryGetValue(name, out var allowed), $"{name} is a new room: say here and in CONTRIBUTING.md what it may use.");
        var room = Repository.Rooms.Single(room => room.Name == name);

        Assert.Empty(room.Uses.Except(allowed));
    }

    [Theory, MemberData(nameof(All))]
    public void A_package_that_belongs_to_one_room_is_named_there_alone(string name)
    {
        var room = Repository.Rooms.Single(room => room.Name == name);

        Assert.Empty(room.Packages.Where(package => MayName.TryGetValue(package, out var rooms) && !rooms.Contains(name)));
    }

    [Fact]
    public void Surfaces_know_no_namespace_by_name()
    {
        var namespaces = Repository.Files("src/HomeDash", "*Router.cs").Select(path => File.ReadAllText(path))
            .SelectMany(text => System.Text.RegularExpressions.Regex.Matches(text, "\\[Router\\(\"(\\w+)\"").Select(match => match.Groups[1].Value))
            .ToArray();
        Assert.NotEmpty(namespaces);

        var named =
            from room in new[] { "src/HomeDash.Mcp", "src/HomeDash.Http", "src/HomeDash.Procedures" }
            from file in Repository.Files(room, "*.cs")
            from line in File.ReadLines(file)
            where !line.TrimStart().StartsWith("//", StringComparison.Ordinal)
            from name in namespaces
            where name is not "tools" and not "info" && line.Contains($"\"{name}.", StringComparison.Ordinal)
            select $"{Path.GetFileName(file)}: {line.Trim()}";

        Assert.Empty(named);
    }

    [Fact]
    public void The_allowed_arrows_have_no_circle()
    {
        foreach (var room in MayUse.Keys)
        {
            Assert.DoesNotContain(room, Below(room, []));
        }
    }

    private static HashSet<string> Below(string room, HashSet<string> seen)
    {
        foreach (var next in MayUse[room].Where(seen.Add))
        {
            Below(next, seen);
        }

        return seen;
    }
}
