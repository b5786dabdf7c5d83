using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace HomeDash.Storage;

/// <summary>Keeps the encryption keys in <c>keys</c> of the data folder, made when the first key is needed.</summary>
internal sealed class KeyFolder(DatabaseOptions options, ILoggerFactory loggers) : IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions management)
    {
        var folder = PrivateFolder.Create(Path.Combine(Path.GetFullPath(options.DataFolder), "keys"));
        if (!OperatingSystem.IsWindows())
        {
            folder.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }

        management.XmlRepository = new FileSystemXmlRepository(folder, loggers);

        // Whoever can read this folder can read any key beside it that would encrypt it: its mode is what protects the keys.
        management.XmlEncryptor = new NullXmlEncryptor();
    }
}
