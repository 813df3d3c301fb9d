using CareTeam.Server.Access;
using CareTeam.Server.Clocks;
using CareTeam.Server.Errors;
using CareTeam.Server.Hosting;
using CareTeam.Server.Interop;
using CareTeam.Server.Live;
using CareTeam.Server.Outcomes;
using CareTeam.Server.Pipeline;
using CareTeam.Server.Rules;
using CareTeam.Server.Storage;

var builder = WebApplication.CreateBuilder(args);
if (args is ["db", var verb]) return await DatabaseCommand.Run(builder, verb);

var dataDirectory = Path.GetFullPath(builder.Configuration["DATA_DIR"] is { Length: > 0 } given ? given : ".careteam");
var developmentKey = builder.Environment.IsDevelopment() ? DevelopmentKey.LoadOrCreate(dataDirectory) : null;

var signIn = new SignIn(builder.Configuration, developmentKey is not null);

builder.ListenOnPorts();
builder.AddCallerIdentity(developmentKey);
builder.Services.AddRules(builder.Configuration);
builder.Services.AddInstruments(builder.Configuration);
await builder.AddStore(dataDirectory);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddPipeline();
builder.Services.AddLive();
builder.Services.AddClocks(builder.Configuration);

builder.Services.AddGrpc(grpc => grpc.Interceptors.Add<ErrorInterceptor>())
    .AddServiceOptions<InteropGrpc>(interop => interop.MaxReceiveMessageSize = InteropGrpc.LargestBundle);
builder.Services.AddKnownFieldsOnly();
builder.Services.AddPages();
builder.Services.AddGrpcReflection();
builder.Services.AddGrpcHealthChecks().AddCheck<StoreHealth>("store");

var app = builder.Build();
await app.PrepareStore();

app.UsePages(signIn.Origins);
app.UseAuthentication();
app.UseAuthorization();
app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
var signedIn = app.MapGroup("").RequireAuthorization();
signedIn.MapServices();
app.MapHub<CareHub>(CareHub.Path, hub => hub.CloseOnAuthenticationExpiration = true);
app.MapGrpcHealthChecksService();
app.MapGrpcReflectionService();
app.MapHealthChecks("/health");
app.MapSignIn(signIn);
if (developmentKey is not null) app.MapDevelopmentSignIn(developmentKey, TimeProvider.System);
await app.RunAsync();
return 0;

public partial class Program;
