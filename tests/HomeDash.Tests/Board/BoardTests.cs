using HomeDash.Procedures;
using HomeDash.Storage;
using HomeDash.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Tests;

public sealed class BoardOnSqlite() : BoardTests(Dialect.Sqlite);

public sealed class BoardOnPostgreSql() : BoardTests(Dialect.PostgreSql);

/// <summary>Boards, called the way every surface calls them.</summary>
public abstract class BoardTests(Dialect dialect) : HouseTests(dialect)
{
    [Fact]
    public async Task A_board_is_created_shown_changed_and_deleted_by_its_owner()
    {
        var ada = await House.AddUserAsync("ada");
        var created = await House.CallAsync(ada, "board.create", """{"name":"Media","description":"Films and series"}""");
        Assert.Equal("full", Text(created, "access"));
        ada = await House.CallerAsync("ada");

        await House.CallAsync(ada, "board.update", """{"board":"media","accent":"#0f766e","background":"/pictures/sea.jpg","clear":["description"]}""");
        await House.CallAsync(ada, "board.rename", """{"board":"Media","name":"Films"}""");
        var board = await House.CallAsync(ada, "board.get", """{"board":"films"}""");
        Assert.Equal(("Films", "#0f766e", "/pictures/sea.jpg", null), (Text(board, "name"), Text(board, "accent"), Text(board, "background"), Text(board, "description")));
        Assert.Equal(3, board.GetProperty("revision").GetInt64());
        Assert.Equal("ada", Text((await House.CallAsync(ada, "board.list")).GetProperty("items")[0], "createdBy"));

        await House.CallAsync(ada, "board.delete", """{"board":"Films"}""");
        Assert.Empty(Names(await House.CallAsync(ada, "board.list")));
        Assert.Equal(0, await House.QueryAsync<long>("SELECT (SELECT COUNT(*) FROM board_sections) + (SELECT COUNT(*) FROM user_grants)"));
    }

    [Theory]
    [InlineData("""{"name":"  "}""", "name")]
    [InlineData("""{"name":"A","wideColumns":25}""", "wideColumns")]
    public async Task What_makes_no_board_is_refused(string input, string path) =>
        Assert.Contains((await House.FailAsync(Caller.House, "board.create", input)).Problems!, problem => problem.Path == path);

    [Fact]
    public async Task Two_boards_cannot_have_one_name()
    {
        await House.CallAsync(Caller.House, "board.create", """{"name":"Media"}""");

        var error = await House.FailAsync(Caller.House, "board.create", """{"name":"MEDIA"}""");

        Assert.Equal(ErrorReason.AlreadyExists, error.Reason);
    }

    [Fact]
    public async Task A_board_is_found_by_a_part_of_its_name_when_only_one_has_it()
    {
        await House.CallAsync(Caller.House, "board.create", """{"name":"Media of the house"}""");
        await House.CallAsync(Caller.House, "board.create", """{"name":"Machines of the house"}""");

        Assert.Equal("Media of the house", Text(await House.CallAsync(Caller.House, "board.get", """{"board":"media"}"""), "name"));
        Assert.Equal(ErrorReason.TargetAmbiguous, (await House.FailAsync(Caller.House, "board.get", """{"board":"house"}""")).Reason);
        Assert.Equal("There is no board 'Medea of the house'. Did you mean one of 'Media of the house', 'Machines of the house'?", (await House.FailAsync(Caller.House, "board.get", """{"board":"Medea of the house"}""")).Message);
    }

    [Fact]
    public async Task People_share_a_board_with_the_groups_that_they_are_in_and_know_of_no_others()
    {
        await House.AddUserAsync("ada");
        await House.AddUserAsync("bob");
        await House.CallAsync(Caller.House, "group.create", """{"name":"Family"}""");
        await House.CallAsync(Caller.House, "group.create", """{"name":"Guests"}""");
        await House.CallAsync(Caller.House, "group.addMembers", """{"group":"Family","users":["ada","bob"]}""");
        await House.CallAsync(await House.CallerAsync("ada"), "board.create", """{"name":"Media"}""");
        var ada = await House.CallerAsync("ada");

        await House.CallAsync(ada, "board.setAccess", """{"board":"Media","access":"use","group":"Family"}""");

        Assert.Equal(["Media"], Names(await House.CallAsync(await House.CallerAsync("bob"), "board.list")));
        Assert.Equal(ErrorReason.TargetNotFound, (await House.FailAsync(ada, "board.setAccess", """{"board":"Media","access":"use","group":"Guests"}""")).Reason);
    }

    [Fact]
    public async Task A_board_is_not_there_for_those_whom_nobody_let_in_and_access_goes_step_by_step()
    {
        var ada = await House.AddUserAsync("ada");
        await House.AddUserAsync("bob");
        await House.CallAsync(ada, "board.create", """{"name":"Media"}""");
        ada = await House.CallerAsync("ada");

        Assert.Equal(ErrorReason.TargetNotFound, await ReasonAsync("board.get", """{"board":"Media"}"""));
        Assert.Empty(Names(await House.CallAsync(await House.CallerAsync("bob"), "board.list")));

        await House.CallAsync(Caller.House, "board.setAccess", """{"board":"Media","access":"use","user":"bob"}""");
        Assert.Null(await ReasonAsync("board.get", """{"board":"Media"}"""));
        Assert.Equal(ErrorReason.NotAllowed, await ReasonAsync("board.addItem", """{"board":"Media","kind":"clock"}"""));

        await House.CallAsync(Caller.House, "board.setAccess", """{"board":"Media","access":"interact","user":"bob"}""");
        Assert.Null(await ReasonAsync("board.addItem", """{"board":"Media","kind":"clock"}"""));
        Assert.Equal(ErrorReason.NotAllowed, await ReasonAsync("board.rename", """{"board":"Media","name":"Mine"}"""));
        Assert.Equal(ErrorReason.NotAllowed, await ReasonAsync("board.delete", """{"board":"Media"}"""));

        await House.CallAsync(ada, "board.setAccess", """{"board":"Media","access":"full","group":"Everyone"}""");
        Assert.Equal(["Everyone", "ada", "bob"], Names(await House.CallAsync(await House.CallerAsync("bob"), "board.listAccess", """{"board":"Media"}""")));
        Assert.Null(await ReasonAsync("board.rename", """{"board":"Media","name":"Ours"}"""));

        async Task<ErrorReason?> ReasonAsync(string path, string input)
        {
            var bob = await House.CallerAsync("bob");
            try
            {
                await House.CallAsync(bob, path, input);
                return null;
            }
            catch (InvalidOperationException)
            {
                return (await House.FailAsync(bob, path, input)).Reason;
            }
        }
    }

    [Fact]
    public async Task A_public_board_is_seen_by_who_is_not_signed_in_and_nothing_more()
    {
        var accounts = House.Services.GetRequiredService<Accounts>();
        await House.CallAsync(Caller.House, "board.create", """{"name":"Media"}""");
        Assert.False((await accounts.GuestAsync(Cancellation)).Holds(BoardPermissions.View));

        await House.CallAsync(Caller.House, "board.setVisibility", """{"board":"Media","isPublic":true}""");
        await House.CallAsync(Caller.House, "board.create", """{"name":"Secret"}""");

        var guest = await accounts.GuestAsync(Cancellation);
        Assert.False(guest.SignedIn);
        Assert.Equal(["Media"], Names(await House.CallAsync(guest, "board.list")));
        Assert.Equal("use", Text(await House.CallAsync(guest, "board.get", """{"board":"Media"}"""), "access"));
        Assert.Equal(ErrorReason.TargetNotFound, (await House.FailAsync(guest, "board.get", """{"board":"Secret"}""")).Reason);
        Assert.Equal(ErrorReason.NotSignedIn, (await House.FailAsync(guest, "app.list")).Reason);
        Assert.Equal(ErrorReason.NotSignedIn, (await House.FailAsync(guest, "board.addItem", """{"board":"Media","kind":"clock"}""")).Reason);
        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(guest, "board.setHome", """{"board":"Media"}""")).Reason);
    }

    [Fact]
    public async Task Everybody_has_a_home_board_of_their_own_or_that_of_the_house()
    {
        var ada = await House.AddUserAsync("ada");
        Assert.Equal(ErrorReason.TargetNotFound, (await House.FailAsync(ada, "board.get")).Reason);
        await House.CallAsync(Caller.House, "board.create", """{"name":"For all","isPublic":true}""");
        await House.CallAsync(Caller.House, "settings.update", """{"homeBoard":"For all"}""");
        ada = await House.CallerAsync("ada");
        Assert.Equal("For all", Text(await House.CallAsync(ada, "board.get"), "name"));

        await House.CallAsync(ada, "board.create", """{"name":"Hers"}""");
        ada = await House.CallerAsync("ada");
        Assert.True((await House.CallAsync(ada, "board.setHome", """{"board":"Hers"}""")).GetProperty("isHome").GetBoolean());
        Assert.Equal("Hers", Text(await House.CallAsync(ada, "board.get"), "name"));

        await House.CallAsync(ada, "board.delete", """{"board":"Hers"}""");
        Assert.Equal("For all", Text(await House.CallAsync(ada, "board.get"), "name"));
        await House.CallAsync(Caller.House, "board.setVisibility", """{"board":"For all","isPublic":false}""");
        Assert.Equal(ErrorReason.TargetNotFound, (await House.FailAsync(await House.CallerAsync("ada"), "board.get")).Reason);
    }

    [Fact]
    public async Task A_copy_has_all_that_was_on_the_board_and_is_the_own_of_who_made_it()
    {
        var ada = await House.AddUserAsync("ada");
        await House.CallAsync(Caller.House, "board.create", """{"name":"Media","isPublic":true}""");
        await House.CallAsync(Caller.House, "board.addSection", """{"board":"Media","title":"Below"}""");
        await House.CallAsync(Caller.House, "board.addItem", """{"board":"Media","kind":"note","title":"Read me","options":{"text":"Hello"}}""");

        await House.CallAsync(await House.CallerAsync("ada"), "board.duplicate", """{"board":"Media","name":"My media"}""");

        var copy = await House.CallAsync(await House.CallerAsync("ada"), "board.get", """{"board":"My media"}""");
        Assert.Equal(("full", false), (Text(copy, "access"), copy.GetProperty("isPublic").GetBoolean()));
        Assert.Equal(2, copy.GetProperty("sections").GetArrayLength());
        var item = copy.GetProperty("sections")[0].GetProperty("items")[0];
        Assert.Equal(("note", "Read me", "Hello"), (Text(item, "kind"), Text(item, "title"), Text(item.GetProperty("options"), "text")));
        Assert.Single((await House.CallAsync(Caller.House, "board.get", """{"board":"Media"}""")).GetProperty("sections")[0].GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Who_has_seen_an_older_revision_is_told_and_nothing_is_lost()
    {
        await House.CallAsync(Caller.House, "board.create", """{"name":"Media"}""");
        await House.CallAsync(Caller.House, "board.addItem", """{"board":"Media","kind":"clock","revision":1}""");

        var error = await House.FailAsync(Caller.House, "board.addItem", """{"board":"Media","kind":"downloads","revision":1}""");

        Assert.Equal((ProcedureErrorCode.Conflict, ErrorReason.WrongState, "board.get"), (error.Code, error.Reason, error.Next!.Procedure));
        Assert.Contains("revision 2", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await House.CallAsync(Caller.House, "board.get", """{"board":"Media"}""")).GetProperty("revision").GetInt64());
    }

    [Fact]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing()
    {
        await House.CallAsync(Caller.House, "board.create", """{"name":"Media"}""");

        var change = Assert.Single(await House.DryRunAsync(Caller.House, "board.addItem", """{"board":"Media","kind":"clock"}"""));

        Assert.Equal("board", change.Topic);
        Assert.Contains("\"clock\"", change.After!, StringComparison.Ordinal);
        Assert.DoesNotContain("\"clock\"", change.Before!, StringComparison.Ordinal);
        Assert.Equal(1, (await House.CallAsync(Caller.House, "board.get", """{"board":"Media"}""")).GetProperty("revision").GetInt64());
    }

    [Fact]
    public async Task Settings_are_shown_changed_and_put_back()
    {
        await House.CallAsync(Caller.House, "board.create", """{"name":"Media"}""");
        Assert.Equal("""{"checkApps":true,"secretPaths":false}""", (await House.CallAsync(Caller.House, "settings.get")).GetRawText());

        var changed = await House.CallAsync(Caller.House, "settings.update", """{"homeBoard":"Media","checkApps":false}""");

        Assert.False(changed.GetProperty("checkApps").GetBoolean());
        Assert.Equal(changed.GetRawText(), (await House.CallAsync(Caller.House, "settings.get")).GetRawText());
        Assert.Equal("""{"checkApps":true,"secretPaths":false}""", (await House.CallAsync(Caller.House, "settings.update", """{"clear":["homeBoard","checkApps"]}""")).GetRawText());
        Assert.Equal(ErrorReason.NotAllowed, (await House.FailAsync(await House.AddUserAsync("ada"), "settings.get")).Reason);
    }
}
