using HomeDash.Procedures;
using HomeDash.Web.Commands.Calling;
using HomeDash.Web.Hosting;

namespace HomeDash.Web.Commands;

/// <summary>Runs a verb: a failure that a person can mend is a line on standard error; the exit code is 1, or 2 when it was asked for wrongly.</summary>
internal static class Verb
{
    /// <summary>Runs it.</summary>
    /// <param name="verb">What the verb does.</param>
    /// <param name="quiet">Whether nobody reads the lines.</param>
    public static async Task<int> RunAsync(Func<Task<int>> verb, bool quiet = false)
    {
        try
        {
            return await verb();
        }
        catch (Exception exception) when (exception is StartupFailure or Storage.StorageException)
        {
            return Say([exception.Message], 1);
        }
        catch (ProcedureException exception)
        {
            return Say([exception.Error.Message], 1);
        }
        catch (CallFailure failure)
        {
            return Say(failure.Lines, 1);
        }
        catch (UsageFailure failure)
        {
            return Say(failure.Lines, 2);
        }

        int Say(IReadOnlyList<string> lines, int code)
        {
            foreach (var line in quiet ? [] : lines)
            {
                Console.Error.WriteLine($"homedash: {line}");
            }

            return code;
        }
    }
}
