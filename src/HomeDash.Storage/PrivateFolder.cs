namespace HomeDash.Storage;

/// <summary>Folders for data that only the account that runs HomeDash should read.</summary>
internal static class PrivateFolder
{
    /// <summary>Makes a folder with mode 0700. One that is there keeps the mode its owner gave it.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be made.</exception>
    public static DirectoryInfo Create(string path)
    {
        try
        {
            return OperatingSystem.IsWindows()
                ? Directory.CreateDirectory(path)
                : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException(
                $"The data folder {path} cannot be made ({failure.Message.TrimEnd('.')}). Choose a folder that HomeDash may write to.", failure);
        }
    }
}
