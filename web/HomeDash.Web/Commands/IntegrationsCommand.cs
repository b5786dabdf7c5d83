using System.CommandLine;
using HomeDash.Procedures;
using HomeDash.Web.Hosting;

namespace HomeDash.Web.Commands;

/// <summary><c>homedash integrations …</c>: connected services, from the machine's own command line. A running server notices within seconds.</summary>
internal static class IntegrationsCommand
{
    public static Command Create() => new("integrations", "Connected services: add, list, test, remove.") { Add(), List(), Test(), Remove() };

    private static Command Add()
    {
        var kind = new Option<string>("--kind") { Description = "Which service, for example piHole; homedash call integration.kinds lists them.", Required = true };
        var name = new Option<string>("--name") { Description = "What people will call it.", Required = true };
        var url = new Option<string>("--url") { Description = "The service's address, as this machine reaches it.", Required = true };
        var username = new Option<string?>("--username") { Description = "The user to sign in with; the password is asked for." };
        var key = new Option<bool>("--key") { Description = "Signs in with a key or token, which is asked for." };
        var tokenId = new Option<string?>("--token-id") { Description = "The name of the token, where the service wants it." };
        var stdin = new Option<bool>("--secret-stdin") { Description = "Reads the password or the key from the first line of standard input instead of asking for it." };
        var fingerprint = new Option<string?>("--fingerprint") { Description = "SHA-256 of a certificate to trust although no authority vouches for it." };
        var href = new Option<string?>("--href") { Description = "Where a browser opens the service, when that is another address." };
        var command = new Command("add", "Connects a service: tests the connection, and stores it when it works.") { kind, name, url, username, key, tokenId, stdin, fingerprint, href };
        command.SetAction((parsed, cancellationToken) => Verb.RunAsync(async () =>
        {
            var (password, apiKey) = parsed.GetValue(key) ? (null, await SecretAsync("Key")) : parsed.GetValue(username) is null ? (null, null) : (await SecretAsync("Password"), (Secret?)null);
            return await UseAsync(async house =>
            {
                var added = await house.Caller.Integration.CreateAsync(
                    parsed.GetRequiredValue(kind), parsed.GetRequiredValue(name), parsed.GetRequiredValue(url), parsed.GetValue(username), password, apiKey,
                    parsed.GetValue(tokenId), parsed.GetValue(fingerprint), parsed.GetValue(href), cancellationToken);
                Console.WriteLine($"Connected {added.Name} ({added.Service}).");
            }, cancellationToken);

            async Task<Secret?> SecretAsync(string question) => new(
                parsed.GetValue(stdin) ? await Console.In.ReadLineAsync(cancellationToken) ?? "" : Prompt.AskHidden(question, "Give it on standard input with --secret-stdin."));
        }));
        return command;
    }

    private static Command List()
    {
        var command = new Command("list", "Lists the connected services.");
        command.SetAction((_, cancellationToken) => Verb.RunAsync(() => UseAsync(async house =>
        {
            var integrations = (await house.Caller.Integration.ListAsync(cancellationToken: cancellationToken)).Items;
            Table.Print(
                ["NAME", "SERVICE", "WORKS FOR", "ADDRESS"],
                integrations.Select(integration => (string[])[integration.Name, integration.Service, string.Join(", ", integration.Namespaces), integration.Url]));
        }, cancellationToken)));
        return command;
    }

    private static Command Test()
    {
        var name = new Argument<string>("name") { Description = "The integration's name." };
        var command = new Command("test", "Reaches a connected service and tells what is wrong with the connection.") { name };
        command.SetAction((parsed, cancellationToken) => Verb.RunAsync(() => UseAsync(async house =>
        {
            var found = await house.Caller.Integration.TestAsync(new(parsed.GetRequiredValue(name)), cancellationToken);
            Console.WriteLine(found.Ok ? $"{found.Integration} works: {found.Product} {found.Version}".TrimEnd() : throw new StartupFailure(found.Message!));
        }, cancellationToken)));
        return command;
    }

    private static Command Remove()
    {
        var name = new Argument<string>("name") { Description = "The integration's name." };
        var command = new Command("remove", "Disconnects a service, with its stored credentials.") { name };
        command.SetAction((parsed, cancellationToken) => Verb.RunAsync(() => UseAsync(async house =>
        {
            var removed = await house.Caller.Integration.DeleteAsync(new(parsed.GetRequiredValue(name)), cancellationToken);
            Console.WriteLine($"Removed {removed.Name}.");
        }, cancellationToken)));
        return command;
    }

    private static Task<int> UseAsync(Func<CommandHouse, Task> verb, CancellationToken cancellationToken) => CommandHouse.UseAsync(
        async house =>
        {
            await house.ConnectAsync(cancellationToken);
            await verb(house);
        },
        cancellationToken);
}
