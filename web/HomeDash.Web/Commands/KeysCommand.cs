using System.CommandLine;
using HomeDash.Web.Hosting;

namespace HomeDash.Web.Commands;

/// <summary><c>homedash keys …</c>: API keys, from the machine's own command line. Safe beside a running server.</summary>
internal static class KeysCommand
{
    public static Command Create() => new("keys", "API keys: create, list, revoke.") { Make(), List(), Revoke() };

    private static Command Make()
    {
        var user = new Option<string>("--user") { Description = "Whose key it is.", Required = true };
        var name = new Option<string>("--name") { Description = "What the key is for, for example the client's name.", Required = true };
        var readOnly = new Option<bool>("--read-only") { Description = "The key may read, but change nothing." };
        var command = new Command("create", "Creates a key and prints <id>.<token>, once and alone on standard output.") { user, name, readOnly };
        command.SetAction((parsed, cancellationToken) => Verb.RunAsync(() => CommandHouse.UseAsync(async house =>
        {
            var created = await house.Caller.ApiKeys.CreateAsync(
                parsed.GetRequiredValue(name), parsed.GetValue(readOnly), new UserRef(parsed.GetRequiredValue(user)), cancellationToken);
            Console.WriteLine(created.Token.Reveal());
        }, cancellationToken)));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the keys of all users. Tokens are not kept and cannot be shown.");
        command.SetAction((_, cancellationToken) => Verb.RunAsync(() => CommandHouse.UseAsync(async house =>
        {
            var keys = (await house.Caller.ApiKeys.ListAsync(cancellationToken: cancellationToken)).Items;
            Table.Print(
                ["ID", "NAME", "USER", "CREATED", "LAST USED", "MAY"],
                keys.Select(key => (string[])[key.Id, key.Name, key.Owner, Table.Time(key.CreatedAt), Table.Time(key.LastUsedAt), key.ReadOnly ? "read" : "read and write"]));
        }, cancellationToken)));
        return command;
    }

    private static Command Revoke()
    {
        var id = new Argument<string>("id") { Description = "The key's id, as keys list shows it." };
        var command = new Command("revoke", "Revokes a key; a running server refuses it at its next call.") { id };
        command.SetAction((parsed, cancellationToken) => Verb.RunAsync(() => CommandHouse.UseAsync(async house =>
        {
            var revoked = await house.Caller.ApiKeys.RevokeAsync(parsed.GetRequiredValue(id), cancellationToken);
            Console.WriteLine($"Revoked {revoked.Id} ({revoked.Name}).");
        }, cancellationToken)));
        return command;
    }
}
