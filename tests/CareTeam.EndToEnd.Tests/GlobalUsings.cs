global using CareTeam.EndToEnd.Tests.Hosting;
global using CareTeam.V1;
global using Grpc.Core;
global using Xunit;
global using Task = System.Threading.Tasks.Task;
global using TaskStatus = CareTeam.V1.TaskStatus;
