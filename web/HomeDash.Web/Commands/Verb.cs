using HomeDash.Procedures;
using HomeDash.Web.Hosting;

namespace HomeDash.Web.Commands;

/// <summary>Runs a verb: a failure that a person can mend is one line on standard error and exit code 1.</summary>
internal static class Verb
{
    public static async Task<int> RunAsync(Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (Exception exception) when (exception is StartupFailure or Storage.StorageException)
        {
            await Console.Error.WriteLineAsync($"homedash: {exception.Message}");
            return 1;
        }
        catch (ProcedureException exception)
        {
            await Console.Error.WriteLineAsync($"homedash: {exception.Error.Message}");
            return 1;
        }
    }
}
