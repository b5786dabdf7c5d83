using System;
using System.IO;
using System.Security.Cryptography;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Cuts the embedded browser script out of an assembly that was compiled for another platform and so cannot be loaded.</summary>
public sealed class CutBlazorScript : Task
{
    [Required]
    public string Assembly { get; set; }

    [Required]
    public string Target { get; set; }

    [Required]
    public int Length { get; set; }

    [Required]
    public string Sha256 { get; set; }

    public override bool Execute()
    {
        var image = File.ReadAllBytes(Assembly);
        var script = Find(image);
        if (script == null)
        {
            Log.LogError("{0} holds no embedded file of {1} bytes with SHA-256 {2}.", Assembly, Length, Sha256);
            return false;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Target));
        File.WriteAllBytes(Target, script);
        return true;
    }

    // ECMA-335 II.24.2.7 leaves the layout of embedded resources open; compilers write each as its length, 4 bytes, and its bytes.
    private byte[] Find(byte[] image)
    {
        var prefix = BitConverter.GetBytes(Length);
        using (var sha = SHA256.Create())
        {
            for (var at = Array.IndexOf(image, prefix[0]); at >= 0 && at + 4 + Length <= image.Length; at = Array.IndexOf(image, prefix[0], at + 1))
            {
                if (image[at + 1] == prefix[1] && image[at + 2] == prefix[2] && image[at + 3] == prefix[3]
                    && Hex(sha.ComputeHash(image, at + 4, Length)) == Sha256)
                {
                    var script = new byte[Length];
                    Array.Copy(image, at + 4, script, 0, Length);
                    return script;
                }
            }
        }

        return null;
    }

    private static string Hex(byte[] hash) => BitConverter.ToString(hash).Replace("-", "").ToLowerInvariant();
}
