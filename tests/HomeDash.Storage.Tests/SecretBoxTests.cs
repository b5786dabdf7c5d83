using System.Runtime.Versioning;
using Microsoft.Extensions.DependencyInjection;

namespace HomeDash.Storage.Tests;

public sealed class SecretBoxTests : IDisposable
{
    private readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_sealed_secret_is_unreadable_and_opens_again_after_a_restart()
    {
        string text;
        using (var services = Start())
        {
            text = services.GetRequiredService<SecretBox>().Seal("integration.password", "open sesame");
        }

        using var restarted = Start();

        Assert.Matches("^[A-Za-z0-9_-]+$", text);
        Assert.DoesNotContain("sesame", text);
        Assert.Equal("open sesame", restarted.GetRequiredService<SecretBox>().Unseal("integration.password", text));
    }

    [Fact]
    public void Another_purpose_does_not_open_it()
    {
        using var services = Start();
        var box = services.GetRequiredService<SecretBox>();

        Assert.Throws<SecretUnreadableException>(() => box.Unseal("session", box.Seal("integration.password", "open sesame")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("CfDJ8damaged")]
    public void Damaged_text_says_what_to_do(string text)
    {
        using var services = Start();

        var refusal = Assert.Throws<SecretUnreadableException>(() => services.GetRequiredService<SecretBox>().Unseal("any", text));

        Assert.Contains("Restore its folder 'keys' from a backup, or enter the secret again", refusal.Message);
    }

    [Fact, UnsupportedOSPlatform("windows")]
    public void The_keys_folder_is_private()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes");
        Directory.CreateDirectory(folder["data/keys"]);
        File.SetUnixFileMode(folder["data/keys"], (UnixFileMode)0b111_101_101);
        using var services = Start();

        services.GetRequiredService<SecretBox>().Seal("any", "thing");

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder["data/keys"]));
        Assert.Single(Directory.GetFiles(folder["data/keys"]));
    }

    [Fact]
    public async Task Registering_makes_nothing_on_the_disk()
    {
        await using var services = Start();

        services.GetRequiredService<Database>();
        services.GetRequiredService<MigrationRunner>();
        services.GetRequiredService<Ids>();

        Assert.False(Directory.Exists(folder["data"]));
    }

    private ServiceProvider Start() =>
        new ServiceCollection().AddHomeDashStorage(new() { DataFolder = folder["data"] }).BuildServiceProvider();
}
