namespace HomeDash.Web.Hosting;

/// <summary>Where HomeDash keeps its database, its keys and its files.</summary>
internal static class DataFolder
{
    private const string Variable = "HOMEDASH_DATA";

    /// <summary>The folder that <c>HOMEDASH_DATA</c> names, otherwise one in the user's data directory; made when it is not there.</summary>
    /// <param name="name">What the folder in the user's data directory is called.</param>
    /// <exception cref="StartupFailure">It cannot be made or written.</exception>
    public static string Prepare(string name = "homedash")
    {
        var path = Path.GetFullPath(Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : Default(name));
        try
        {
            if (!Directory.Exists(path))
            {
                CreatePrivate(path);
            }

            var probe = Path.Combine(path, $".write-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
            return path;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupFailure($"The data folder {path} cannot be written ({exception.Message}). Give this user write access to it, or name another folder in {Variable}.");
        }
    }

    /// <summary>The database holds sealed secrets and hashes: nobody else on the machine needs to read it.</summary>
    private static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static string Default(string name) =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), name);
}
