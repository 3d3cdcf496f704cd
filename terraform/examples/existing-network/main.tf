# A team that has a VPC and a database: an Aurora cluster with a managed secret, and a VPC that has a way to S3 already.
terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.27, < 7.0"
    }
  }
}

provider "aws" {
  region = var.region
}

variable "region" {
  description = "Where the VPC is."
  type        = string
  default     = "eu-central-1"
}

variable "repository" {
  description = "The GitHub repository with the migrations, as owner/name."
  type        = string
  default     = "acme/shop"
}

variable "cluster" {
  description = "The name of the Aurora cluster."
  type        = string
  default     = "shop"
}

variable "cluster_security_group_id" {
  description = "The security group that guards the cluster."
  type        = string
  default     = "sg-0123456789abcdef0"
}

variable "vpc_id" {
  description = "The VPC that the cluster is in."
  type        = string
  default     = "vpc-0123456789abcdef0"
}

variable "subnet_ids" {
  description = "Private subnets for the function."
  type        = list(string)
  default     = ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"]
}

variable "oidc_provider_arn" {
  description = "GitHub's identity provider in this account. There can be one only."
  type        = string
  default     = "arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com"
}

variable "iam_user" {
  description = "A role of the cluster that may log in by IAM; null as long as there is none."
  type        = string
  default     = null
}

variable "deletion_protection" {
  description = "Guards what lies in the bucket. Apply with false before './build.sh Destroy'."
  type        = bool
  default     = true
}

variable "package" {
  description = "The function's zip; './build.sh Package' makes it where the module looks for it."
  type        = string
  default     = null
}

data "aws_rds_cluster" "shop" {
  cluster_identifier = var.cluster
}

module "drawbridge" {
  source = "../.."

  name                = "shop"
  repository          = var.repository
  package             = var.package
  iam_user            = var.iam_user
  deletion_protection = var.deletion_protection

  github = {
    branch            = "main"
    oidc_provider_arn = var.oidc_provider_arn
  }

  network = {
    vpc_id     = var.vpc_id
    subnet_ids = var.subnet_ids
  }
  create_s3_endpoint = false # the VPC has one

  database = {
    host              = data.aws_rds_cluster.shop.endpoint
    port              = data.aws_rds_cluster.shop.port
    security_group_id = var.cluster_security_group_id
    secret_arn        = one(data.aws_rds_cluster.shop.master_user_secret[*].secret_arn)
    resource_id       = data.aws_rds_cluster.shop.cluster_resource_id
  }
}

output "workflow" {
  description = "terraform output -raw workflow > .github/workflows/migrations.yml"
  value       = module.drawbridge.workflow
}

output "function_arn" {
  description = "The function, for 'doctor'; './build.sh Deploy' asks it when all is built."
  value       = module.drawbridge.function_arn
}
