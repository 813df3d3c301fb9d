global using CareTeam.Benchmarks.Measuring;
global using CareTeam.Benchmarks.Setting;
global using CareTeam.Server.Plans;
global using CareTeam.Server.Storage;
global using CareTeam.V1;
global using Task = System.Threading.Tasks.Task;
global using TaskStatus = CareTeam.V1.TaskStatus;
