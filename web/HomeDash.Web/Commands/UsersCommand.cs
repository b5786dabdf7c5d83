using System.CommandLine;
using HomeDash.Procedures;
using HomeDash.Web.Hosting;

namespace HomeDash.Web.Commands;

/// <summary><c>homedash users …</c>: people, from the machine's own command line. Safe beside a running server.</summary>
internal static class UsersCommand
{
    public static Command Create() => new("users", "People: create, list, delete.") { Make(), List(), Delete() };

    private static Command Make()
    {
        var name = new Option<string>("--name") { Description = "The name to sign in with.", Required = true };
        var administrator = new Option<bool>("--admin") { Description = "Makes the user an administrator." };
        var stdin = new Option<bool>("--password-stdin") { Description = "Reads the password from the first line of standard input instead of asking for it." };
        var command = new Command("create", "Creates a user. The password is asked for.") { name, administrator, stdin };
        command.SetAction((parsed, cancellationToken) => Verb.RunAsync(async () =>
        {
            var password = parsed.GetValue(stdin) ? await Console.In.ReadLineAsync(cancellationToken) : Ask();
            return await CommandHouse.UseAsync(async house =>
            {
                var user = await house.Caller.User.CreateAsync(
                    parsed.GetRequiredValue(name), new Secret(password ?? ""), parsed.GetValue(administrator), cancellationToken);
                Console.WriteLine($"Created {user.Name}{(parsed.GetValue(administrator) ? ", an administrator" : "")}.");
            }, cancellationToken);
        }));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the users.");
        command.SetAction((_, cancellationToken) => Verb.RunAsync(() => CommandHouse.UseAsync(async house =>
        {
            var users = (await house.Caller.User.ListAsync(cancellationToken)).Items;
            Table.Print(
                ["NAME", "CREATED", "MAY"],
                users.Select(user => (string[])[user.Name, Table.Time(user.CreatedAt), user.Disabled ? "nothing: kept out" : user.Administrator ? "everything" : "what its groups may"]));
        }, cancellationToken)));
        return command;
    }

    private static Command Delete()
    {
        var name = new Argument<string>("name") { Description = "The user's name, as users list shows it." };
        var command = new Command("delete", "Deletes a user with password, sessions and keys; a running server refuses them at their next call.") { name };
        command.SetAction((parsed, cancellationToken) => Verb.RunAsync(() => CommandHouse.UseAsync(async house =>
        {
            var deleted = await house.Caller.User.DeleteAsync(new UserRef(parsed.GetRequiredValue(name)), cancellationToken);
            Console.WriteLine($"Deleted {deleted.Name}.");
        }, cancellationToken)));
        return command;
    }

    private static string Ask()
    {
        const string Otherwise = "Give it on standard input with --password-stdin.";
        var first = Prompt.AskHidden("Password", Otherwise);
        return first == Prompt.AskHidden("Again", Otherwise) ? first : throw new StartupFailure("The two passwords differ. Nothing was created.");
    }
}
